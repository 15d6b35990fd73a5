//! Facts of English business prose: titles, corporate forms, words that begin a sentence.

/// Titles before or after a name; the first word of the longest match decides the class.
pub const EXECUTIVE_TITLES: &[&str] = &[
    "co-chief executive officer", "chief executive officer", "chief financial officer", "chief operating officer", "chief technology officer",
    "chief marketing officer", "chief strategy officer", "chief product officer", "chief scientific officer", "chief medical officer",
    "chief investment officer", "chief risk officer", "chief legal officer", "chief information officer", "chief people officer",
    "co-chief executive", "chief executive", "executive vice president", "senior vice president", "executive vice-chairman", "vice president",
    "vice chairman", "vice-chairman", "executive chairman", "chairman and chief executive", "chairman", "chairwoman", "chair", "president", "co-founder", "cofounder",
    "founder and chief executive", "founder and ceo", "founder", "managing director", "managing partner", "executive director", "general partner",
    "co-ceo", "ceo", "cfo", "coo", "cto", "cmo", "cso", "cpo", "cio", "partner", "owner", "division head", "general counsel",
];

/// Titles of people who are no executives.
pub const OTHER_TITLES: &[&str] = &[
    "senior analyst", "analyst", "economist", "strategist", "professor", "associate professor", "assistant professor", "lawyer", "attorney", "researcher", "fund manager",
    "portfolio manager", "minister", "vice minister", "senator", "governor", "mayor", "spokesman", "spokeswoman", "spokesperson", "manager", "director", "engineer",
    "secretary", "commissioner", "judge", "union leader", "fellow", "Prof.", "Dr.", "Mr.", "Ms.", "Mrs.",
];

/// Corporate forms at the end of a company's name.
pub const FORMS: &[&str] = &[
    "Inc.", "Inc", "Corp.", "Corp", "Corporation", "Co.", "Co", "Ltd.", "Ltd", "Limited", "plc", "PLC", "AG", "SE", "ASA", "AB", "SA", "NV", "N.V.", "S.A.", "GmbH", "LLC", "LLP", "LP", "Oyj", "Pte.",
    "KK", "Holdings", "Group", "Company",
];

/// Last words of companies' names.
pub const ENDS: &[&str] = &[
    "Energy", "Electronics", "Motors", "Motor", "Heavy", "Industries", "Semiconductor", "Semiconductors", "Securities", "Capital", "Partners", "Ventures", "Investments", "Investment",
    "Bank", "Financial", "Insurance", "Airlines", "Airways", "Air", "Shipping", "Marine", "Shipyard", "Shipbuilding", "Pharma", "Pharmaceuticals", "Pharmaceutical", "Biosciences", "Bio", "Biologics", "Therapeutics", "Health",
    "Technologies", "Technology", "Tech", "Systems", "Software", "Networks", "Telecom", "Mobile", "Labs", "Robotics", "Materials", "Chemical", "Chemicals", "Steel", "Foods",
    "Food", "Beverage", "Entertainment", "Games", "Studios", "Pictures", "Media", "Logistics", "Express", "Engineering", "Construction", "Development", "Properties", "Realty",
    "Retail", "Stores", "Mart", "Engine", "Power", "Solar", "Battery", "Batteries", "Aerospace", "Aviation", "Defense", "Defence", "Asset", "Management", "Advisors", "Equity", "Bancorp", "Trust",
    "Cosmetics", "Beauty", "Apparel", "Brands", "Display", "Devices", "Instruments", "Micro", "Dynamics", "Automotive", "Auto", "Mobility", "Research", "Analytics", "Consulting", "Works", "Innovation", "Interactive", "Cement", "Paper", "Petroleum", "Oil", "Gas", "Resources", "Mining", "Minerals",
];

/// Capitalised words that begin a sentence or name a day, and are no part of a name.
pub const NOT_NAMES: &[&str] = &[
    "The", "A", "An", "In", "On", "At", "By", "For", "From", "With", "As", "But", "And", "Or", "If", "It", "Its", "He", "She", "They", "We", "I", "You", "His", "Her", "Their", "Our",
    "That", "This", "These", "Those", "There", "When", "While", "After", "Before", "Since", "Under", "Over", "About", "Of", "To", "Into", "Not", "No", "Yes", "One", "Two", "Three",
    "Some", "Many", "Most", "All", "Both", "Each", "Every", "Another", "Such", "What", "Who", "Why", "How", "Where", "Which", "Shares", "Analysts", "Asked", "Earlier", "Last", "Next", "New",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "Korea", "Korean", "South", "North", "Seoul", "Asia", "Asian", "Europe", "European", "Japan", "Japanese", "China", "Chinese", "America", "American", "US", "U.S.", "UK", "EU", "AI", "IPO",
    "CEO", "CFO", "COO", "CTO", "Chief", "President", "Chairman", "Chairwoman", "Vice", "Senior", "Executive", "Managing", "Founder", "Professor", "Minister", "Mr", "Ms", "Mrs", "Dr", "Prof", "Still", "Only", "Even", "Now", "Then",
];
