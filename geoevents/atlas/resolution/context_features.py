"""Names of what is asked of each place that a name may mean, in the order of the ranker's weights (``places.md`` 4.3)."""

__all__ = ["CONTEXT_AT", "CONTEXT_FEATURES", "NIL_FEATURES"]

CONTEXT_FEATURES = (
    "class_word", "class_word_nearly", "class_word_denied", "class_in_its_name", "with_article", "shortened_area", "postal_code",
    "inside", "inside_listed", "outside", "outside_listed", "holds", "holds_listed", "inside_elsewhere",
    "country_share", "country_leads", "admin1_share", "admin1_leads", "country_named", "admin1_named", "admin2_named",
    "first_of_country", "first_of_admin1", "near_30_km", "near_120_km", "near_400_km", "near_in_sentence", "crowd",
    "list_class", "list_country", "list_admin1", "listed_regions", "relation",
    "outlet_country", "outlet_admin1", "outlet_near", "outlet_home", "outlet_name", "outlet_name_size",
)  # fmt: skip
NIL_FEATURES = ("none", "none_misspelt", "none_own_score", "none_few", "none_class_word", "none_inner")
CONTEXT_AT = {name: i for i, name in enumerate(CONTEXT_FEATURES)}
