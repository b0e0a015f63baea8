from django.urls import path

from impact_study.analysis_urls import analysis_urls
from impact_study.publication_urls import publication_urls
from impact_study.views import (
    channels,
    instruments,
    invitations,
    items,
    parts,
    previews,
    response_board,
    studies,
    translations,
    versions,
    waves,
)
from impact_study.views.respondents import leaving, resuming, start, steps

app_name = "impact_study"
urlpatterns = [
    *publication_urls,
    path("s/<str:slug>/", start.survey_start, name="survey_start"),
    path("s/<str:slug>/answer/", steps.survey_answer, name="survey_answer"),
    path("s/<str:slug>/answer/files/", steps.survey_answer_files, name="survey_answer_files"),
    path("s/<str:slug>/resume/", resuming.survey_resume, name="survey_resume"),
    path("s/<str:slug>/withdraw/", leaving.survey_withdraw, name="survey_withdraw"),
    path("s/<str:slug>/i/<str:token>/", start.survey_invited, name="survey_invited"),
    path("s/<str:slug>/i/<str:token>/stop/", leaving.survey_unsubscribe, name="survey_unsubscribe"),
    path("projects/<slug:code>/studies/", studies.study_list, name="study_list"),
    path("projects/<slug:code>/studies/new/", studies.study_add, name="study_add"),
    path("projects/<slug:code>/studies/<int:pk>/", studies.study_detail, name="study_detail"),
    path("projects/<slug:code>/studies/<int:pk>/edit/", studies.study_edit, name="study_edit"),
    path("projects/<slug:code>/studies/<int:pk>/start/", studies.study_start, name="study_start"),
    path("projects/<slug:code>/studies/<int:pk>/close/", studies.study_close, name="study_close"),
    path("projects/<slug:code>/studies/<int:pk>/archive/", studies.study_archive, name="study_archive"),
    path("projects/<slug:code>/studies/<int:pk>/waves/new/", waves.wave_add, name="wave_add"),
    path("projects/<slug:code>/studies/<int:pk>/board/", response_board.response_board, name="response_board"),
    path(
        "projects/<slug:code>/studies/<int:pk>/board.json",
        response_board.response_board_json,
        name="response_board_json",
    ),
    path(
        "projects/<slug:code>/studies/<int:pk>/board.csv", response_board.response_board_csv, name="response_board_csv"
    ),
    path("projects/<slug:code>/studies/waves/<int:pk>/edit/", waves.wave_edit, name="wave_edit"),
    path("projects/<slug:code>/instruments/", instruments.instrument_list, name="instrument_list"),
    path("projects/<slug:code>/instruments/new/", instruments.instrument_add, name="instrument_add"),
    path(
        "projects/<slug:code>/instruments/new/library/",
        instruments.instrument_from_library,
        name="instrument_from_library",
    ),
    path("projects/<slug:code>/instruments/new/file/", instruments.instrument_from_file, name="instrument_from_file"),
    path("projects/<slug:code>/instruments/forms/<uuid:job>/", instruments.instrument_report, name="instrument_report"),
    path("projects/<slug:code>/instruments/<int:pk>/", instruments.instrument_detail, name="instrument_detail"),
    path("projects/<slug:code>/instruments/<int:pk>/copy/", instruments.instrument_copy, name="instrument_copy"),
    path("projects/<slug:code>/instruments/versions/<int:pk>/", versions.version_detail, name="version_detail"),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/publish/", versions.version_publish, name="version_publish"
    ),
    path("projects/<slug:code>/instruments/versions/<int:pk>/draft/", versions.version_draft, name="version_draft"),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/difference/",
        versions.version_difference,
        name="version_difference",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/export.json", versions.version_export, name="version_export"
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/items/new/<slug:kind>/",
        items.version_item_add,
        name="version_item_add",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/items/<slug:item>/",
        items.version_item_edit,
        name="version_item_edit",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/items/<slug:item>/move/",
        items.version_item_move,
        name="version_item_move",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/items/<slug:item>/delete/",
        items.version_item_delete,
        name="version_item_delete",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/parts/<slug:sort>/new/",
        parts.version_part_add,
        name="version_part_add",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/parts/<slug:sort>/<slug:piece>/",
        parts.version_part_edit,
        name="version_part_edit",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/pages/<slug:piece>/move/",
        parts.version_part_move,
        name="version_part_move",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/parts/<slug:sort>/<slug:piece>/delete/",
        parts.version_part_delete,
        name="version_part_delete",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/preview/<slug:page>/",
        previews.version_preview,
        name="version_preview",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/items/<slug:item>/preview/",
        previews.version_item_preview,
        name="version_item_preview",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/translations/<slug:language>/",
        translations.translation_desk,
        name="translation_desk",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/translations/<slug:language>/file.<str:kind>",
        translations.translation_file,
        name="translation_file",
    ),
    path(
        "projects/<slug:code>/instruments/versions/<int:pk>/translations/<slug:language>/upload/",
        translations.translation_upload,
        name="translation_upload",
    ),
    path("projects/<slug:code>/waves/<int:pk>/", channels.wave_detail, name="wave_detail"),
    path("projects/<slug:code>/waves/<int:pk>/channels/new/", channels.channel_add, name="channel_add"),
    path("projects/<slug:code>/channels/<int:pk>/", channels.channel_detail, name="channel_detail"),
    path("projects/<slug:code>/channels/<int:pk>/revoke/", channels.channel_revoke, name="channel_revoke"),
    path("projects/<slug:code>/channels/<int:pk>/key/", channels.channel_key, name="channel_key"),
    path("projects/<slug:code>/channels/<int:pk>/symbol.svg", channels.channel_symbol, name="channel_symbol"),
    path("projects/<slug:code>/channels/<int:pk>/poster/", channels.channel_poster, name="channel_poster"),
    path("projects/<slug:code>/channels/<int:pk>/poster.pdf", channels.channel_poster_file, name="channel_poster_file"),
    path("projects/<slug:code>/channels/<int:pk>/cards/", channels.cards_print, name="cards_print"),
    path("projects/<slug:code>/channels/<int:pk>/invite/", invitations.invitation_add, name="invitation_add"),
    path("projects/<slug:code>/cards/<int:pk>/file/", channels.cards_file, name="cards_file"),
]
urlpatterns += analysis_urls
