"""The tabs below the picture come and go with what there is to say."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from gradviz.gui.picture.tabs import PictureTabs


@pytest.fixture
def tabs(qtbot: Any) -> PictureTabs:
    made = PictureTabs()
    qtbot.addWidget(made)
    for name in ("descent", "point", "values"):
        made.addTab(QWidget(), name)
    return made


def test_a_tab_that_had_to_go_comes_back_to_the_front(tabs: PictureTabs) -> None:
    tabs.setCurrentIndex(1)
    tabs.show_only([False, False, True])
    assert tabs.currentIndex() == 2
    assert not tabs.isTabVisible(1)
    tabs.show_only([True, False, True])
    assert tabs.currentIndex() == 2
    tabs.show_only([True, True, True])
    assert tabs.currentIndex() == 1


def test_a_choice_since_then_counts_more(tabs: PictureTabs) -> None:
    tabs.setCurrentIndex(0)
    tabs.show_only([False, True, True])
    tabs.setCurrentIndex(2)
    tabs.show_only([True, True, True])
    assert tabs.currentIndex() == 2
    tabs.setCurrentIndex(1)
    tabs.show_only([True, True, True])
    assert tabs.currentIndex() == 1
