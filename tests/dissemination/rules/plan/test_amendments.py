from dissemination.rules.plan.amendments import ChangeKind, PlanChange, plan_changes


def test_an_amendment_says_what_was_added_changed_and_removed():
    before = {"activities": [{"id": 1, "title": "Leaflet", "target": 100}, {"id": 2, "title": "Press"}]}
    after = {"activities": [{"id": 1, "title": "Leaflet", "target": 150}, {"id": 3, "title": "Post"}]}

    assert plan_changes(before, after) == [
        PlanChange(ChangeKind.ADDED, "activities", {"id": 3, "title": "Post"}),
        PlanChange(ChangeKind.CHANGED, "activities", after["activities"][0], (("target", 100, 150),)),
        PlanChange(ChangeKind.REMOVED, "activities", {"id": 2, "title": "Press"}),
    ]


def test_the_same_plan_has_no_amendments():
    plan = {"objectives": [{"id": 1}], "tasks": []}

    assert plan_changes(plan, plan) == []
