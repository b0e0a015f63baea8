"""What the columns of each kind of list can hold."""

# What each kind of list can hold beside the fields of every list.
COMMON = frozenset(
    {"number", "remarks", "country", "city", "region", "address", "postcode", "sector", "website", "language"}
)
OF_PEOPLE = COMMON | {
    "person_name", "given_name", "family_name", "second_family_name", "function", "organisation", "email", "phone",
    "date", "hours", "signature", "roster_code", "group", "gender", "birth", "local_or_foreign", "mode",
    "identity_number", "oid", "pic",
}  # fmt: skip
OF_ORGANISATIONS = COMMON | {
    "organisation", "vat", "oid", "pic", "size", "kind", "contact", "email", "phone", "offers_places",
    "function", "date", "signature",
}  # fmt: skip
OF_EXPERIENCES = COMMON | {
    "roster_code", "person_name", "given_name", "family_name", "group", "organisation", "starts_on", "ends_on",
    "hours", "tutor", "gender", "birth", "identity_number", "email", "signature", "vat", "date", "phone",
}  # fmt: skip
FIELDS_OF = {
    "people": OF_PEOPLE,
    "attendance": OF_PEOPLE,
    "organisations": OF_ORGANISATIONS,
    "experiences": OF_EXPERIENCES,
}
EITHER_NAME = ("person_name", "given_name", "family_name")
ONCE_ONLY_NOT = frozenset({"signature", "email", "phone", "remarks", "number", "identity_number", "date", "hours"})
