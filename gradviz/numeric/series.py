"""The twin on power series of every operation of a compiled expression."""

from __future__ import annotations

import numpy as np

from gradviz.numeric import kernels, series_matrix, series_scalar, series_special
from gradviz.numeric.series_scalar import Rule, Series
from gradviz.numeric.series_spectral import SPECTRAL

__all__ = ["SERIES", "Rule", "Series"]

SERIES: dict[str, Rule] = {
    **{
        name: series_scalar.linear(kernels.ARRAY[name])
        for name in ("negative", "total", "transpose", "trace", "diag", "diagonal", "vec")
    },
    "add": series_scalar.add,
    "subtract": series_scalar.subtract,
    "multiply": series_scalar.multiply,
    "divide": series_scalar.divide,
    "over": series_scalar.divide,
    "power": series_scalar.power,
    "square": series_scalar.square,
    "cube": series_scalar.cube,
    "fourth": series_scalar.fourth,
    "reciprocal": series_scalar.reciprocal,
    "exp": series_scalar.exp,
    "log": series_scalar.log,
    "sqrt": series_scalar.sqrt,
    "sin": series_scalar.sin,
    "cos": series_scalar.cos,
    "tan": series_scalar.tan,
    "sinh": series_scalar.sinh,
    "cosh": series_scalar.cosh,
    "tanh": series_scalar.tanh,
    "arcsin": series_scalar.arcsin,
    "arccos": series_scalar.arccos,
    "arctan": series_scalar.arctan,
    "arcsinh": series_scalar.arcsinh,
    "arctanh": series_special.arctanh,
    "log2": series_special.logarithm_to(2),
    "log10": series_special.logarithm_to(10),
    "erf": series_special.erf,
    "normcdf": series_special.normcdf,
    "normpdf": series_special.normpdf,
    "lgamma": series_special.lgamma,
    "digamma": series_special.digamma,
    "trigamma": series_special.trigamma,
    "sigmoid": series_scalar.sigmoid,
    "softplus": series_scalar.softplus,
    "relu": series_scalar.kinked(kernels.ARRAY["relu"], lambda z: kernels.step(z)),
    "step": series_scalar.level(kernels.step),
    "abs": series_scalar.kinked(np.abs, np.sign),
    "sign": series_scalar.level(np.sign),
    "matmul": series_scalar.matmul,
    "kronecker": series_scalar.bilinear(kernels.kronecker),
    "inner": series_scalar.inner,
    "norm2": series_matrix.norm2,
    "norm1": series_matrix.norm1,
    "top": series_matrix.top,
    "largest": series_matrix.extreme(1.0),
    "smallest": series_matrix.extreme(-1.0),
    "largest_unit": series_matrix.extreme_unit(1.0),
    "smallest_unit": series_matrix.extreme_unit(-1.0),
    "shifted_exp": series_matrix.shifted_exp,
    "row_softmax": series_matrix.row_softmax,
    "determinant": series_matrix.determinant,
    "logdet": series_matrix.logdet,
    "inverse": series_matrix.inverse,
    **SPECTRAL,
}
"""The twin of every operation in `kernels.ARRAY`. Operations with parameters are linear: see `jets`."""
