package graph

// Words around the verb that opens a paragraph which do not change what it says:
// "Also recalling", "Noting with appreciation".

// ModifiersBefore may stand before a verb.
var ModifiersBefore = []string{
	"also", "further", "again", "strongly", "deeply", "gravely", "seriously", "fully", "firmly", "solemnly",
	"once", "more", "particularly", "especially", "urgently", "warmly", "still", "remaining", "being", "having",
	"additionally", "moreover", "furthermore", "expressly", "categorically", "unequivocally", "keenly",
	"profoundly", "greatly", "highly", "and", "hereby", "therefore", "explicitly", "respectfully", "accordingly",
	"increasingly", "extremely", "likewise", "while", "thus",
}

// ModifiersAfter may follow it.
var ModifiersAfter = []string{
	"also", "further", "again", "in this regard", "in that regard", "in this context", "in this connection",
	"in particular", "with appreciation", "with satisfaction", "with interest", "with concern",
	"with deep concern", "with grave concern", "with serious concern", "with approval", "with regret",
	"with gratitude", "once again", "fully", "once more", "in this respect", "especially", "inter alia", "of",
	"upon", "strongly", "with great appreciation", "with deep appreciation", "in its entirety",
	"accordingly", "urgently", "furthermore", "therefore",
}

// BehindNouns follow the plural of a noun that looks like a verb's third person
// ([PluralNoun]): "Requests received".
var BehindNouns = []string{
	"received", "made", "submitted", "addressed", "filed", "pending", "relating", "concerning", "regarding", "for", "from",
}
