from django.db import models


class TimestampedModel(models.Model):
    """When a row was made and last changed, in UTC by the server's clock."""

    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
