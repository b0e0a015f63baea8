"""What a dissemination plan promises, how far it is done, and what is wrong with it."""
