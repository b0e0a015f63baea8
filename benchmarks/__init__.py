"""`make bench`: what the platform costs, beside a bare lower bound measured in the same run."""
