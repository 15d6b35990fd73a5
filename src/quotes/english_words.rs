//! English words of reporting. No policy.

/// Verbs that report speech, in the forms of news.
pub const SAYING: &[&str] = &[
    "said", "says", "say", "saying", "told", "tells", "telling", "added", "adds", "adding", "noted", "notes", "stated", "states", "explained", "explains",
    "stressed", "stresses", "emphasized", "emphasised", "argued", "argues", "claimed", "claims", "warned", "warns", "warning", "announced", "predicted", "predicts",
    "forecast", "estimated", "commented", "remarked", "acknowledged", "acknowledges", "admitted", "admits", "denied", "insisted", "insists", "suggested",
    "urged", "urges", "vowed", "pledged", "asked", "asks", "replied", "replies", "responded", "wrote", "writes", "writing", "posted", "tweeted", "declared",
    "confirmed", "confirms", "disclosed", "revealed", "reported", "called", "calls", "calling", "described", "describes", "describing", "recalled", "recalls", "joked", "jokes",
    "quipped", "concluded", "concludes", "continued", "continues", "observed", "quoted", "complained", "promised", "conceded", "countered", "boasted", "shrugged", "laughed", "agreed", "testified", "dubbed", "dismissed", "praised", "labeled", "labelled",
];

/// Verbs that take the quoted words as a name for something.
pub const CALLING: &[&str] = &["called", "calls", "calling", "described", "describes", "describing", "dubbed", "dismissed", "labeled", "labelled"];

/// Words after a quotation that go on with the sentence, not with its noun phrase.
pub const LINKS: &[&str] = &["in", "at", "on", "for", "to", "by", "and", "but", "as", "when", "while", "with", "during", "after", "before", "because", "if", "or", "than", "from", "about", "under", "per", "he", "she", "higher", "lower"];

pub const PRONOUNS: &[&str] = &["he", "she", "they", "it", "his", "her"];

pub const ARTICLES: &[&str] = &["a", "an", "the", "one", "two", "another", "some", "several"];

/// the automaker: the company in focus.
pub const COMPANY_NOUNS: &[&str] = &[
    "company", "automaker", "carmaker", "chipmaker", "firm", "group", "bank", "airline", "retailer", "shipbuilder", "refiner", "startup", "start-up", "manufacturer", "supplier", "steelmaker", "utility", "insurer", "maker", "conglomerate", "fund", "giant", "developer", "platform", "operator", "brokerage", "lender",
];

/// What a sign, card or note reads: nobody says it.
pub const SIGNS: &[&str] = &["reads:", "read:", "card:", "sign:", "note:", "reading:", "reads", "banner:", "poster:", "slogan:", "inscription:", "that reads", "which reads"];
