"""`make test`: the whole suite on every back end that is there."""
