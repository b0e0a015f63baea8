"""Questionnaires from XLSForm files. Imports pyxform: only what runs in a worker may import `building`."""
