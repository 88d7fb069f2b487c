"""Speed and memory: ``python -m benchmarks read``.

Ratios taken in one run mean something anywhere; absolute figures are those of one machine on one
day and are indications only.
"""
