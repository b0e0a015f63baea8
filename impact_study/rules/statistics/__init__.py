"""The statistics of an impact study: plain functions, figures as data.

`codes` and `results` are light; every other module loads NumPy and SciPy and belongs into a worker.
"""
