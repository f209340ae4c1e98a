"""The method of components.

A function is written in entries and sums (`writing`), differentiated by one entry of the variable (`partials`), the
Kronecker deltas collapse the sums (`deltas`), what is left is an entry of matrices again (`matrices`), and all entries
together are the answer (`method`).
"""
