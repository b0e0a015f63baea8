"""The bare lower bounds. Frozen: a change here changes every ratio, and slowing one down is a failure."""
