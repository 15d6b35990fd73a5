export const english = `Halvorsen Motors bets on sodium as rivals wait for lithium to fall
Carmaker to build a second cell plant in Ullandhaug; supplier Brightmere Cells to share the bill
Maren Halvorsen, chief executive of Halvorsen Motors, left, with Idris Calloway, chairman of Brightmere Cells, at the Ullandhaug site on Tuesday. Photo: Tove Lindqvist/Northline
OSLO (Northline) - Halvorsen Motors said on Tuesday it would spend $2.1 billion on a second plant for sodium-ion cells, a wager that cheap chemistry will matter more to drivers than long range.

“We would rather sell a car that people can pay for than one they can brag about,” chief executive Maren Halvorsen told reporters. The plant will open in late 2028 and make cells for 300,000 cars a year.

Brightmere Cells, which supplies the anodes, will pay a third of the cost. Its chairman, Idris Calloway, said sodium had “stopped being a science project about two winters ago.”

Rivals are not convinced. Castellan Auto is waiting for lithium prices to fall further, according to a person familiar with the matter, who said the company saw “no reason to carry a heavier battery to save a few hundred dollars.” Castellan declined to comment.

Priyanka Osei, an analyst at Gull Lane Research, said the range gap was closing. “Nobody crosses a continent every weekend,” Osei said. “They drive to work, and sodium already does that.”

Shares in Halvorsen closed 3.4 percent higher in Oslo.

Reporting by Tove Lindqvist; editing by Sam Aldous
© Northline 2026
`;
