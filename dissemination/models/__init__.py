from dissemination.models.activity import Activity, ActivityLink, ReachReading
from dissemination.models.attendance import Attendance
from dissemination.models.calendar_link import CalendarLink
from dissemination.models.certificate import Certificate
from dissemination.models.document import EventDocument
from dissemination.models.event import Event
from dissemination.models.follow_up import EventFile, FollowUp
from dissemination.models.partner_share import PartnerShare
from dissemination.models.plan_parts import Channel, Objective, TargetGroup
from dissemination.models.plan_version import ContractualTask, EventDuty, PlanAcceptance, PlanVersion
from dissemination.models.planned_activity import PlannedActivity
from dissemination.models.planned_event import PlannedEvent
from dissemination.models.registration import Registration
from dissemination.models.registration_form import RegistrationForm
from dissemination.models.seats import Seats
from dissemination.models.session import Session
from dissemination.models.signature_sheet import SignatureSheet
from dissemination.models.speaker import Speaker
from dissemination.models.unit_costs import GrantedResult, MultiplierAward, MultiplierRates

__all__ = [
    "Activity",
    "ActivityLink",
    "Attendance",
    "CalendarLink",
    "Certificate",
    "Channel",
    "ContractualTask",
    "Event",
    "EventDocument",
    "EventDuty",
    "EventFile",
    "FollowUp",
    "GrantedResult",
    "MultiplierAward",
    "MultiplierRates",
    "Objective",
    "PartnerShare",
    "PlanAcceptance",
    "PlanVersion",
    "PlannedActivity",
    "PlannedEvent",
    "ReachReading",
    "Registration",
    "RegistrationForm",
    "Seats",
    "Session",
    "SignatureSheet",
    "Speaker",
    "TargetGroup",
]
