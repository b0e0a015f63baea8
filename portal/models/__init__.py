from portal.models.visit import Visit

__all__ = ["Visit"]
