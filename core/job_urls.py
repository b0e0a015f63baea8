"""The pages about background work."""

from django.urls import path

from core.views import jobs

app_name = "jobs"
urlpatterns = [
    path("", jobs.job_list, name="job_list"),
    path("<uuid:pk>/", jobs.job_detail, name="job_detail"),
    path("<uuid:pk>/cancel/", jobs.cancel_job, name="cancel_job"),
    path("<uuid:pk>/restart/", jobs.restart_job, name="restart_job"),
]
