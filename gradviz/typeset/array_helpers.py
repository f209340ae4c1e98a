"""The functions that a source may call and its array library lacks, by name."""

from __future__ import annotations

__all__ = ["JAX", "NUMPY", "TORCH"]


def _principal(library: str, close: str, wide: str) -> dict[str, str]:
    """The root and the logarithm of a matrix by its eigenvalues; `close` is how near to symmetric it must be for those
    of a symmetric one, and `wide` are the eigenvalues w where they may be negative.
    """
    return {
        name: (
            f"def {name}(A):\n"
            f'    """The principal {what} of a matrix."""\n'
            f"    if {library}.allclose(A, A.T{close}):\n"
            f"        w, V = {library}.linalg.eigh(A)\n"
            f"        return V * {library}.{scalar}(w) @ V.T\n"
            f"    w, V = {library}.linalg.eig(A)\n"
            f"    return (V * {library}.{scalar}({wide}) @ {library}.linalg.inv(V)).real\n"
        )
        for name, what, scalar in (("sqrtm", "square root", "sqrt"), ("logm", "logarithm", "log"))
    }


def _change(join: str) -> dict[str, str]:
    """The derivative of a matrix function; `join` makes one matrix of A, E and a Z of zeros."""
    return {
        "change": (
            "def change(function, A, E):\n"
            '    """The derivative of a matrix function at A in the direction E."""\n'
            "    n = len(A)\n"
            f"    return function({join})[:n, n:]\n"
        )
    }


def _eigenvectors(library: str) -> dict[str, str]:
    """The eigenvectors at both ends of the spectrum."""
    return {
        f"{end}_eigenvector": (
            f"def {end}_eigenvector(A):\n"
            f'    """The eigenvector of length one of the {end} eigenvalue of a symmetric matrix."""\n'
            f"    v = {library}.linalg.eigh(A)[1][:, {place}]\n"
            f"    return v * {library}.sign(v[{library}.argmax({library}.abs(v))])\n"
        )
        for end, place in (("largest", -1), ("smallest", 0))
    }


NUMPY = {
    "sigmoid": "def sigmoid(z):\n    return 0.5 * (1 + np.tanh(0.5 * z))\n",
    "softmax": "def softmax(z):\n    p = np.exp(z - np.max(z))\n    return p / np.sum(p)\n",
    "softmax_rows": (
        "def softmax_rows(Z):\n"
        "    P = np.exp(Z - np.max(Z, axis=1, keepdims=True))\n"
        "    return P / np.sum(P, axis=1, keepdims=True)\n"
    ),
    "largest_entry": (
        "def largest_entry(z):\n"
        '    """One where the largest entry of z stands, nought elsewhere."""\n'
        "    return np.eye(np.size(z))[np.argmax(z)].reshape(np.shape(z))\n"
    ),
    "smallest_entry": (
        "def smallest_entry(z):\n"
        '    """One where the smallest entry of z stands, nought elsewhere."""\n'
        "    return np.eye(np.size(z))[np.argmin(z)].reshape(np.shape(z))\n"
    ),
    "expm": (
        "def expm(A):\n"
        '    """The matrix exponential, by scaling and squaring."""\n'
        "    k = max(0, int(np.ceil(np.log2(max(np.abs(A).sum(axis=0).max(), 1e-300)))) + 4)\n"
        "    B = A / 2.0**k\n"
        "    term = result = np.eye(len(A))\n"
        "    for i in range(1, 15):\n"
        "        term = term @ B / i\n"
        "        result = result + term\n"
        "    for _ in range(k):\n"
        "        result = result @ result\n"
        "    return result\n"
    ),
    "erf": (
        "def erf(z):\n"
        '    """The error function, entry by entry."""\n'
        "    from math import erf as of_one\n\n"
        "    return np.vectorize(of_one, otypes=[float])(z)[()]\n"
    ),
    "normcdf": (
        "def normcdf(z):\n"
        '    """The standard normal distribution function, entry by entry."""\n'
        "    from math import erfc\n\n"
        "    return np.vectorize(lambda t: 0.5 * erfc(-t / np.sqrt(2)), otypes=[float])(z)[()]\n"
    ),
    "normpdf": (
        "def normpdf(z):\n"
        '    """The standard normal density, entry by entry."""\n'
        "    return np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)\n"
    ),
    "lgamma": (
        "def lgamma(z):\n"
        '    """The logarithm of the gamma function, entry by entry."""\n'
        "    from math import lgamma as of_one\n\n"
        "    return np.vectorize(of_one, otypes=[float])(z)[()]\n"
    ),
    "digamma": (
        "def digamma(z):\n"
        '    """The derivative of lgamma for z > 0: steps to where its asymptotic series is good."""\n'
        "    w = z + 12.0\n"
        "    tail = (1 / 12 - (1 / 120 - (1 / 252 - (1 / 240 - 1 / 132 / w**2) / w**2) / w**2) / w**2) / w**2\n"
        "    return np.log(w) - 0.5 / w - tail - sum(1 / (z + k) for k in range(12))\n"
    ),
    "trigamma": (
        "def trigamma(z):\n"
        '    """The second derivative of lgamma for z > 0: steps to where its asymptotic series is good."""\n'
        "    w = z + 12.0\n"
        "    tail = (1 / 6 - (1 / 30 - (1 / 42 - (1 / 30 - 5 / 66 / w**2) / w**2) / w**2) / w**2) / w**3\n"
        "    return 1 / w + 0.5 / w**2 + tail + sum(1 / (z + k) ** 2 for k in range(12))\n"
    ),
    "sinm": ('def sinm(A):\n    """The matrix sine of a real A."""\n    return expm(1j * A).imag\n'),
    "cosm": ('def cosm(A):\n    """The matrix cosine of a real A."""\n    return expm(1j * A).real\n'),
    **_principal("np", ", rtol=1e-10", "w.astype(complex)"),
    **_eigenvectors("np"),
    **_change("np.block([[A, E], [0 * A, A]])"),
    "commutation": (
        "def commutation(m, n):\n"
        '    """K with K vec(X) = vec(X.T) for X of shape (m, n)."""\n'
        '    return np.eye(m * n)[np.arange(m * n).reshape((m, n), order="F").ravel()]\n'
    ),
}

JAX = {
    "largest_entry": (
        "def largest_entry(z):\n"
        '    """One where the largest entry of z stands, nought elsewhere."""\n'
        "    return jnp.eye(jnp.size(z))[jnp.argmax(z)].reshape(jnp.shape(z))\n"
    ),
    "smallest_entry": (
        "def smallest_entry(z):\n"
        '    """One where the smallest entry of z stands, nought elsewhere."""\n'
        "    return jnp.eye(jnp.size(z))[jnp.argmin(z)].reshape(jnp.shape(z))\n"
    ),
    "sinm": ('def sinm(A):\n    """The matrix sine of a real A."""\n    return jax.scipy.linalg.expm(1j * A).imag\n'),
    "cosm": ('def cosm(A):\n    """The matrix cosine of a real A."""\n    return jax.scipy.linalg.expm(1j * A).real\n'),
    **_principal("jnp", ", rtol=1e-10", "w.astype(complex)"),
    **_eigenvectors("jnp"),
    **_change("jnp.block([[A, E], [0 * A, A]])"),
    "commutation": (
        "def commutation(m, n):\n"
        '    """K with K vec(X) = vec(X.T) for X of shape (m, n)."""\n'
        '    return jnp.eye(m * n)[jnp.arange(m * n).reshape((m, n), order="F").ravel()]\n'
    ),
}

TORCH = {
    "number": (
        "def number(value, **like):\n"
        '    """A number as a tensor; a tensor as it is."""\n'
        "    return value if torch.is_tensor(value) else torch.tensor(float(value), **like)\n"
    ),
    "array": (
        "def array(entries, **like):\n"
        '    """Rows of numbers and of tensors as one tensor."""\n'
        "    return torch.stack(\n"
        "        [array(e, **like) if isinstance(e, list) else torch.as_tensor(e, **like) for e in entries]\n"
        "    )\n"
    ),
    "column": (
        "def column(value):\n"
        '    """The columns of a matrix below each other; anything else flat."""\n'
        "    value = torch.as_tensor(value)\n"
        "    return value.T.reshape(-1) if value.ndim == 2 else value.reshape(-1)\n"
    ),
    "full": (
        "def full(size, value, **like):\n"
        '    """One value, a number or a tensor, in every entry."""\n'
        "    return value * torch.ones(size, **like)\n"
    ),
    "kron": (
        "def kron(a, b):\n"
        '    """torch.kron, which refuses some transposes, for any two."""\n'
        "    return torch.kron(a.contiguous(), b.contiguous())\n"
    ),
    "block": (
        "def block(rows):\n"
        '    """One matrix of blocks."""\n'
        "    return torch.cat([torch.cat(row, dim=1) for row in rows])\n"
    ),
    "softplus": (
        "def softplus(z):\n"
        '    """log(1 + exp(z)), to all digits."""\n'
        "    return torch.logaddexp(z, torch.zeros_like(z))\n"
    ),
    "step": "def step(z):\n    return (z > 0).to(z.dtype)\n",
    "largest_entry": (
        "def largest_entry(z):\n"
        '    """One where the largest entry of z stands, nought elsewhere."""\n'
        "    return torch.eye(z.numel(), dtype=z.dtype, device=z.device)[torch.argmax(z)].reshape(z.shape)\n"
    ),
    "smallest_entry": (
        "def smallest_entry(z):\n"
        '    """One where the smallest entry of z stands, nought elsewhere."""\n'
        "    return torch.eye(z.numel(), dtype=z.dtype, device=z.device)[torch.argmin(z)].reshape(z.shape)\n"
    ),
    "normpdf": (
        "def normpdf(z):\n"
        '    """The standard normal density, entry by entry."""\n'
        "    return torch.exp(-0.5 * z**2) / (2 * torch.pi) ** 0.5\n"
    ),
    "sinm": ('def sinm(A):\n    """The matrix sine of a real A."""\n    return torch.linalg.matrix_exp(1j * A).imag\n'),
    "cosm": (
        'def cosm(A):\n    """The matrix cosine of a real A."""\n    return torch.linalg.matrix_exp(1j * A).real\n'
    ),
    **_principal("torch", "", "w"),
    **_eigenvectors("torch"),
    **_change("torch.cat([torch.cat([A, E], dim=1), torch.cat([0 * A, A], dim=1)])"),
    "commutation": (
        "def commutation(m, n, **like):\n"
        '    """K with K vec(X) = vec(X.T) for X of shape (m, n)."""\n'
        "    return torch.eye(m * n, **like)[torch.arange(m * n).reshape(n, m).T.reshape(-1)]\n"
    ),
}
