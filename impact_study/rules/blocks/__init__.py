"""A module for each kind of question that a plan puts to the data. They load polars: workers only."""
