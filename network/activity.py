"""How the network's deeds are told to colleagues on the workspace home."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy

from core.activity import tell

tell(
    {
        "network.participation.submitted": ngettext_lazy(
            "submitted %(count)d record", "submitted %(count)d records", "count"
        ),
        "network.participation.verified": ngettext_lazy(
            "verified %(count)d record", "verified %(count)d records", "count"
        ),
        "network.participation.returned": ngettext_lazy(
            "returned %(count)d record", "returned %(count)d records", "count"
        ),
        "network.participation.rejected": ngettext_lazy(
            "rejected %(count)d record", "rejected %(count)d records", "count"
        ),
        "network.import.applied": ngettext_lazy("applied %(count)d import", "applied %(count)d imports", "count"),
        "network.import.undone": ngettext_lazy("undid %(count)d import", "undid %(count)d imports", "count"),
        "network.evidence.kept": ngettext_lazy(
            "added %(count)d piece of evidence", "added %(count)d pieces of evidence", "count"
        ),
        "network.occasion.created": ngettext_lazy("added %(count)d occasion", "added %(count)d occasions", "count"),
        "network.period.locked": ngettext_lazy("locked %(count)d period", "locked %(count)d periods", "count"),
        "network.period.reopened": ngettext_lazy("reopened %(count)d period", "reopened %(count)d periods", "count"),
        "network.partner.added": ngettext_lazy("added %(count)d partner", "added %(count)d partners", "count"),
        "network.target.amended": ngettext_lazy("amended %(count)d target", "amended %(count)d targets", "count"),
        "network.invitation.accepted": ngettext_lazy(
            "accepted an invitation", "accepted %(count)d invitations", "count"
        ),
    }
)
