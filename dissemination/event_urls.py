"""Where events stand: public pages, a guest's own page, and the organisers' rooms."""

from django.urls import path

from dissemination.views import (
    calendar,
    events,
    feeds,
    own,
    programme,
    public,
    questions,
    registering,
    registrations,
    steps,
)

ROOM = "projects/<slug:code>/events/"
EVENT = ROOM + "<int:pk>/"
GUEST = "projects/<slug:code>/registrations/<int:pk>/"

urlpatterns = [
    path("events/", calendar.calendar, name="calendar"),
    path("events/calendar.ics", calendar.calendar_ics, name="calendar_ics"),
    path("events/mine/<str:token>/", own.registration_own, name="registration_own"),
    path("events/mine/<str:token>/edit/", own.registration_own_edit, name="registration_own_edit"),
    path("events/mine/<str:token>/cancel/", own.registration_own_cancel, name="registration_own_cancel"),
    path("events/mine/<str:token>/accept/", own.registration_own_accept, name="registration_own_accept"),
    path("events/mine/<str:token>/event.ics", own.registration_own_ics, name="registration_own_ics"),
    path("t/<str:token>/", own.ticket, name="ticket"),
    path("p/<slug:code>/events/", calendar.project_calendar, name="project_calendar"),
    path("p/<slug:code>/events.ics", calendar.project_calendar_ics, name="project_calendar_ics"),
    path("p/<slug:code>/events/<int:event>/", public.event_page, name="event_page"),
    path("p/<slug:code>/events/<int:event>/event.ics", public.event_ics, name="event_ics"),
    path("p/<slug:code>/events/<int:event>/register/", registering.event_register, name="event_register"),
    path("p/<slug:code>/events/<int:event>/registered/", registering.event_registered, name="event_registered"),
    path("events/feed/<str:token>/events.ics", feeds.private_ics, name="private_ics"),
    path("calendar/", feeds.calendar_links, name="calendar_links"),
    path("calendar/<int:pk>/revoke/", feeds.calendar_link_revoke, name="calendar_link_revoke"),
    path(ROOM, events.event_list, name="event_list"),
    path(ROOM + "new/", events.event_create, name="event_create"),
    path(ROOM + "export/<str:kind>/", events.event_export, name="event_export"),
    path(EVENT, events.event_detail, name="event_detail"),
    path(EVENT + "edit/", events.event_edit, name="event_edit"),
    path(EVENT + "publish/", steps.event_publish, name="event_publish"),
    path(EVENT + "postpone/", steps.event_postpone, name="event_postpone"),
    path(EVENT + "cancel/", steps.event_cancel, name="event_cancel"),
    path(EVENT + "hold/", steps.event_hold, name="event_hold"),
    path(EVENT + "note/", steps.event_note, name="event_note"),
    path(EVENT + "close/", steps.event_close, name="event_close"),
    path(EVENT + "reopen/", steps.event_reopen, name="event_reopen"),
    path(EVENT + "programme/", programme.programme, name="programme"),
    path(EVENT + "programme/new/", programme.session_add, name="session_add"),
    path("projects/<slug:code>/sessions/<int:pk>/", programme.session_edit, name="session_edit"),
    path("projects/<slug:code>/sessions/<int:pk>/remove/", programme.session_remove, name="session_remove"),
    path(EVENT + "questions/", questions.questions, name="questions"),
    path(EVENT + "registrations/", registrations.registration_list, name="registration_list"),
    path(EVENT + "registrations/new/", registrations.registration_add, name="registration_add"),
    path(EVENT + "registrations/export/<str:kind>/", registrations.registration_export, name="registration_export"),
    path(GUEST, registrations.registration_detail, name="registration_detail"),
    path(GUEST + "edit/", registrations.registration_edit, name="registration_edit"),
    path(GUEST + "confirm/", registrations.registration_confirm, name="registration_confirm"),
    path(GUEST + "decline/", registrations.registration_decline, name="registration_decline"),
    path(GUEST + "cancel/", registrations.registration_cancel, name="registration_cancel"),
    path(GUEST + "resend/", registrations.registration_resend, name="registration_resend"),
]
