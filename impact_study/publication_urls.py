"""The addresses of editions in the workspace, and of published studies for everybody."""

from django.urls import path

from impact_study.views import public_studies, publications

publication_urls = [
    path("p/<slug:code>/study/<slug:study>/", public_studies.study_page, name="study_page"),
    path("p/<slug:code>/study/<slug:study>/<int:run>/", public_studies.study_edition, name="study_edition"),
    path(
        "p/<slug:code>/study/<slug:study>/<int:run>/<str:key>.svg", public_studies.study_drawing, name="study_drawing"
    ),
    path(
        "p/<slug:code>/study/<slug:study>/<int:run>/file.<str:kind>", public_studies.study_file, name="study_file"
    ),
    path("projects/<slug:code>/studies/<int:pk>/editions/", publications.publication_list, name="publication_list"),
    path("projects/<slug:code>/analysis-runs/<int:pk>/editions/", publications.publication_draft,
         name="publication_draft"),
    path("projects/<slug:code>/editions/<int:pk>/", publications.publication_edit, name="publication_edit"),
    path("projects/<slug:code>/editions/<int:pk>/approve/", publications.publication_approve,
         name="publication_approve"),
    path("projects/<slug:code>/editions/<int:pk>/publish/", publications.publication_publish,
         name="publication_publish"),
    path("projects/<slug:code>/editions/<int:pk>/withdraw/", publications.publication_withdraw,
         name="publication_withdraw"),
    path("projects/<slug:code>/editions/<int:pk>/print/", publications.publication_print, name="publication_print"),
    path("projects/<slug:code>/editions/<int:pk>/file.pdf", publications.publication_file, name="publication_file"),
]  # fmt: skip
