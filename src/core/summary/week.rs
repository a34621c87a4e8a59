//! Where a week begins.

use jiff::civil::Weekday;

/// Regions whose weeks begin on another day than Monday, as the Unicode CLDR has them: `firstDay` of its
/// `weekData` in `common/supplemental/supplementalData.xml`.
const FIRST: [(Weekday, &[&str]); 3] = [
    (Weekday::Friday, &["MV"]),
    (
        Weekday::Saturday,
        &[
            "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY",
        ],
    ),
    (
        Weekday::Sunday,
        &[
            "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT",
            "GU", "HK", "HN", "ID", "IL", "IN", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM",
            "MO", "MT", "MX", "MZ", "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PT", "PY", "SA",
            "SG", "SV", "TH", "TT", "TW", "UM", "US", "VE", "VI", "WS", "YE", "ZA", "ZW",
        ],
    ),
];

/// The first day of the week in a region, by its two letters; Monday where it is not known.
pub fn first_weekday(region: Option<&str>) -> Weekday {
    let of_region =
        |(_, regions): &&(Weekday, &[&str])| region.is_some_and(|region| regions.contains(&region));
    FIRST
        .iter()
        .find(of_region)
        .map_or(Weekday::Monday, |it| it.0)
}
