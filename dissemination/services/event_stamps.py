"""All that an event's public page is drawn from, read in one statement: what it returns is the stamp of the page."""

from __future__ import annotations

from collections.abc import Hashable

from django.utils import timezone
from django.utils.translation import get_language

from core.prepared import Prepared

STAMP = Prepared(
    "event_stamp",
    """
    SELECT 'event', e.id, CAST(e.changed_at AS text) || CAST(p.changed_at AS text) || CAST(o.changed_at AS text)
      || CAST(p.is_public AS text) || o.name || o.website || COALESCE(r.visibility_scheme, '')
    FROM dissemination_event e
      JOIN network_project p ON p.id = e.project_id
      JOIN network_partner m ON m.id = e.partner_id
      JOIN network_organisation o ON o.id = m.organisation_id
      LEFT JOIN network_ruleset r ON r.id = p.rule_set_id
    WHERE e.id = %(event)s AND p.code = %(code)s
    UNION ALL
    SELECT 'session', s.id, CAST(s.changed_at AS text) FROM dissemination_session s WHERE s.event_id = %(event)s
    UNION ALL
    SELECT 'speaker', t.session_id, k.name || ' | ' || k.function || ' | ' || k.organisation
    FROM dissemination_speaker k JOIN dissemination_session_speakers t ON t.speaker_id = k.id
    WHERE k.event_id = %(event)s
    UNION ALL
    SELECT 'seats', s.id, COALESCE(CAST(s.capacity - s.taken AS text), '') || CAST(s.waiting > 0 AS text)
    FROM dissemination_seats s WHERE s.event_id = %(event)s
    UNION ALL
    SELECT 'result', r.id, CAST(r.changed_at AS text) || CAST(r.is_public AS text) || CAST(r.title AS text) || r.address
    FROM network_output r JOIN dissemination_event_results t ON t.output_id = r.id WHERE t.event_id = %(event)s
    """,
    event="bigint", code="text",
)  # fmt: skip


def event_stamp(code: str, event: int) -> Hashable:
    """It changes with every word and figure of the page, and with the minute: registration opens and closes by it."""
    minute = timezone.now().replace(second=0, microsecond=0)
    return ("event", code, event, get_language(), minute, *sorted(STAMP.rows(event, code)))
