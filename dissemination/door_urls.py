"""The door of an event, its papers, and what comes after it."""

from django.urls import path

from dissemination.views import certificates, check_in, check_in_device, check_in_walk_ins, follow_up, papers

EVENT = "projects/<slug:code>/events/<int:pk>/"
DOOR = EVENT + "check-in/"
CERTIFICATE = "projects/<slug:code>/certificates/<int:pk>/"

urlpatterns = [
    path(DOOR, check_in.check_in, name="check_in"),
    path(DOOR + "scans/", check_in.check_in_scans, name="check_in_scans"),
    path(DOOR + "guests/", check_in.check_in_guests, name="check_in_guests"),
    path(DOOR + "copy/", check_in_device.check_in_copy, name="check_in_copy"),
    path(DOOR + "worker.js", check_in_device.check_in_worker, name="check_in_worker"),
    path(DOOR + "counts/", check_in.check_in_counts, name="check_in_counts"),
    path(DOOR + "walk-in/", check_in_walk_ins.check_in_walk_in, name="check_in_walk_in"),
    path(DOOR + "walk-ins/", check_in_walk_ins.check_in_walk_ins, name="check_in_walk_ins"),
    path(DOOR + "to-confirm/", check_in.check_in_odd, name="check_in_odd"),
    path(EVENT + "papers/", papers.papers, name="papers"),
    path("sheets/<slug:code>/", papers.sheet_find, name="sheet_find"),
    path("projects/<slug:code>/sheets/<int:pk>/", papers.sheet_back, name="sheet_back"),
    path(EVENT + "certificates/", certificates.certificate_list, name="certificate_list"),
    path(CERTIFICATE + "correct/", certificates.certificate_correct, name="certificate_correct"),
    path(CERTIFICATE + "revoke/", certificates.certificate_revoke, name="certificate_revoke"),
    path("certificates/<str:serial>/", certificates.certificate_check, name="certificate_check"),
    path(EVENT + "after/", follow_up.follow_up, name="follow_up"),
    path(EVENT + "after/files/", follow_up.event_file_add, name="event_file_add"),
]
