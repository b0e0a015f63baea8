"""What the pages of results tell, read from stored results alone."""

from impact_study.services.result_pages.run_page import RunPage

__all__ = ["RunPage"]
