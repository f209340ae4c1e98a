"""How array libraries call what a formula needs: one table of spellings and helpers for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gradviz.typeset import array_helpers

__all__ = ["DIALECTS", "JAX", "NUMPY", "TORCH", "Dialect"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """One array library.

    Attributes
    ----------
    name : as people know it.
    module : the name by which its functions are called.
    imports : the import lines of a module.
    spellings : what is called -> its source with places ``{0}``, ``{1}``, a call or in brackets; anything else is
        ``module.what(...)``.
    helpers : the functions that the library lacks, by name.
    numbers : the line that makes an array of a parameter which may be a plain number, or "" where none is needed;
        ``{0}`` is the parameter.
    like : the line that tells of what kind new arrays are, or "" where none is needed; ``{0}`` is a parameter that is
        an array.
    like_none : the same line where no parameter is an array.
    """

    name: str
    module: str
    imports: str
    spellings: Mapping[str, str]
    helpers: Mapping[str, str]
    numbers: str = ""
    like: str = ""
    like_none: str = ""

    def spell(self, what: str, *arguments: str) -> str:
        """The source of a call."""
        template = self.spellings.get(what)
        if template is None:
            return f"{self.module}.{what}({', '.join(arguments)})"
        return template.format(*arguments)


NUMPY = Dialect(
    "NumPy",
    "np",
    "import numpy as np\n",
    {
        "pi": "np.pi", "e": "np.e", "number": "{0}",
        "sigmoid": "sigmoid({0})", "softplus": "np.logaddexp(0, {0})", "relu": "np.maximum({0}, 0)",
        "step": "np.heaviside({0}, 0.0)", "softmax": "softmax({0})", "softmax_rows": "softmax_rows({0})",
        "expm": "expm({0})",
        "sinm": "sinm({0})", "cosm": "cosm({0})", "sqrtm": "sqrtm({0})", "logm": "logm({0})",
        **{name: f"{name}({{0}})" for name in ("erf", "normcdf", "normpdf", "lgamma", "digamma", "trigamma")},
        "largest_entry": "largest_entry({0})", "smallest_entry": "smallest_entry({0})",
        "commutation": "commutation({0}, {1})",
        "inv": "np.linalg.inv({0})", "det": "np.linalg.det({0})", "slogdet": "np.linalg.slogdet({0})[1]",
        "matrix_power": "np.linalg.matrix_power({0}, {1})",
        "norm": "np.linalg.norm({0})", "spectral_norm": "np.linalg.norm({0}, 2)",
        "change": "change({0}, {1}, {2})",
        "largest_eigenvalue": "np.linalg.eigvalsh({0})[-1]",
        "smallest_eigenvalue": "np.linalg.eigvalsh({0})[0]",
        "largest_eigenvector": "largest_eigenvector({0})",
        "smallest_eigenvector": "smallest_eigenvector({0})",
        "sum_of_rows": "np.sum({0}, axis=0)", "sum_of_columns": "np.sum({0}, axis=1)",
        "logsumexp": "np.logaddexp.reduce({0})", "logsumexp_matrix": "np.logaddexp.reduce({0}, axis=None)",
        "vec": '{0}.ravel(order="F")', "unvec": '{0}.reshape(({1}, {2}), order="F")',
        "column": 'np.ravel({0}, order="F")', "grid": 'np.reshape({0}, ({1}, {2}), order="F")',
        "count": "np.size({0})", "stack": "np.array([{0}])",
        "array": "np.array({0})",
    },
    array_helpers.NUMPY,
)  # fmt: skip

JAX = Dialect(
    "JAX",
    "jnp",
    "import jax\nimport jax.numpy as jnp\n",
    {
        **{what: template.replace("np.", "jnp.") for what, template in NUMPY.spellings.items()},
        "number": "jnp.asarray({0}, dtype=float)",
        "sigmoid": "jax.nn.sigmoid({0})", "softmax": "jax.nn.softmax({0})", "softmax_rows": "jax.nn.softmax({0})",
        "expm": "jax.scipy.linalg.expm({0})",
        "erf": "jax.scipy.special.erf({0})", "lgamma": "jax.scipy.special.gammaln({0})",
        "digamma": "jax.scipy.special.digamma({0})", "trigamma": "jax.scipy.special.polygamma(1, {0})",
        "normcdf": "jax.scipy.stats.norm.cdf({0})", "normpdf": "jax.scipy.stats.norm.pdf({0})",
        "logsumexp": "jax.nn.logsumexp({0})", "logsumexp_matrix": "jax.nn.logsumexp({0})",
    },
    array_helpers.JAX,
)  # fmt: skip

TORCH = Dialect(
    "PyTorch",
    "torch",
    "import torch\n",
    {
        "pi": "torch.pi", "e": "torch.e", "number": "number({0}, **like)",
        "softplus": "softplus({0})", "relu": "torch.clamp({0}, min=0)", "step": "step({0})",
        "softmax": "torch.softmax({0}, dim=0)", "softmax_rows": "torch.softmax({0}, dim=1)",
        "expm": "torch.linalg.matrix_exp({0})",
        "sinm": "sinm({0})", "cosm": "cosm({0})", "sqrtm": "sqrtm({0})", "logm": "logm({0})",
        "trigamma": "torch.polygamma(1, {0})", "normcdf": "torch.special.ndtr({0})", "normpdf": "normpdf({0})",
        "largest_entry": "largest_entry({0})", "smallest_entry": "smallest_entry({0})",
        "commutation": "commutation({0}, {1}, **like)",
        "eye": "torch.eye({0}, **like)", "zeros": "torch.zeros({0}, **like)", "ones": "torch.ones({0}, **like)",
        "full": "full({0}, {1}, **like)",
        "inv": "torch.linalg.inv({0})", "det": "torch.linalg.det({0})", "slogdet": "torch.linalg.slogdet({0})[1]",
        "matrix_power": "torch.linalg.matrix_power({0}, {1})",
        "maximum": "torch.maximum(number({0}, **like), number({1}, **like))",
        "minimum": "torch.minimum(number({0}, **like), number({1}, **like))",
        "norm": "torch.linalg.norm({0})", "spectral_norm": "torch.linalg.norm({0}, 2)",
        "change": "change({0}, {1}, {2})",
        "largest_eigenvalue": "torch.linalg.eigvalsh({0})[-1]",
        "smallest_eigenvalue": "torch.linalg.eigvalsh({0})[0]",
        "largest_eigenvector": "largest_eigenvector({0})",
        "smallest_eigenvector": "smallest_eigenvector({0})",
        "sum_of_rows": "torch.sum({0}, dim=0)", "sum_of_columns": "torch.sum({0}, dim=1)",
        "logsumexp": "torch.logsumexp({0}, dim=0)", "logsumexp_matrix": "torch.logsumexp({0}, dim=(0, 1))",
        "vec": "{0}.T.reshape(-1)", "unvec": "{0}.reshape(({2}, {1})).T",
        "column": "column({0})", "grid": "column({0}).reshape(({2}, {1})).T", "count": "column({0}).numel()",
        "kron": "kron({0}, {1})", "concatenate": "torch.cat({0})", "block": "block({0})",
        "array": "array({0}, **like)", "stack": "torch.stack([{0}])",
    },
    array_helpers.TORCH,
    numbers="{0} = number({0}, **like)",
    like='like = {{"dtype": {0}.dtype, "device": {0}.device}}',
    like_none='like = {"dtype": torch.float64}',
)  # fmt: skip

DIALECTS: Mapping[str, Dialect] = {"numpy": NUMPY, "torch": TORCH, "jax": JAX}
"""By the names of the formats."""
