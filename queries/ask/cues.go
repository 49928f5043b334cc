package ask

// The words that hold a question together.

// cues are the words that hold a question together, by what they do in it.
var cues = map[string]string{
	"ask": "which of the two|which of them|which of these|what|which|wich|wat|wht|whch|who|whom|whose|list|show|name all|give me|list all|show me|" +
		"list the|find",
	"all": "all|as|any|etc|make|makes|made|every|each|other|others|else|both|some|only|please|together|in all|in total|altogether|" +
		"so far|ever|exactly|actually|really|also|then|still|just|there|names|the names of|one|ones|" +
		"earlier|later|newer|older|previous|prior|back|again|own|formally|explicitly|expressly|specifically|by name|by number|by symbol|" +
		"directly|the following|overall|many|several|own|us|me|you|i|we|know|need|want to know|" +
		"according to|tell|now|currently|today|yet|already|once|new|old|certain|various|different|same|" +
		"given|named|relevant|main|entire|whole|full|itself|themselves|way|each time|time|times|year|" +
		"years|document|documents|each of|out|up|that is|name|anything|something|everything|date|dates|" +
		"go|went|fare|fared|hosted|anyone|anybody|someone|somebody|everyone|everybody|nobody else|anyone else|what date|so|say so|says so|held|hold|take place|takes place|took place|be held|was held|" +
		"were held|although|though|even though|despite|while|whose|each time|come to|came to|what about|pls|plz|thanks|kindly|fall|falls|fell",
	"when": "when|on which date|on what date|at what date|which date|what date|date of|what year|which year|" +
		"in which year|in what year|on which day|what day|which month|what month|in which month|in what month|since when|what years|in which years",
	"where": "where|in which paragraph|in which paragraphs|in what paragraphs|which paragraphs|" +
		"which paragraph|whereabouts|which city|what city|in which city|in what city|which place|at which place|venue|venue of|host city|in what document|in which document|in which documents",
	"how": "how|in what way|by what means",
	"count": "more often|more frequently|oftener|how many|number of|the number of|count|count of|how much|total number of|how many times|" +
		"how often|how frequently",
	"most": "most|the most|most often|most frequently|mostly|most times|the highest number of|" +
		"more than others|top|biggest|largest number of",
	"byYear":  "for each year|by year|per year|each year|every year|year by year|annually|over the years|in each year|yearly",
	"byMonth": "by month|per month|each month|every month|month by month|monthly|for each month",
	"aux": "do|does|did|is|are|was|were|be|been|being|has|have|had|get|got|will|would|shall|should|must|" +
		"can|could|may|might",
	"by": "by|by whom|by which|by what|by who",
	"of": "of|from|s",
	"in": "in|at|on|among|amongst|under|within|during|inside|with|through|via|per|upon|within the|as part of",
	"to": "to|towards|for",
	"about": "about|concerning|regarding|relating to|related to|dealing with|deal with|deals with|dealt with|" +
		"on the subject of|with regard to|on the question of|on the topic of|on the issue of|" +
		"with respect to|address|addressing|addresses|concern|concerns|on the situation in|" +
		"the situation in|on the situation between|on the situation concerning|" +
		"on the question concerning|covering|cover|covers|devoted to|as regards|in connection with|" +
		"in relation to",
	"must":    "supposed|obliged|must|required to|expected to",
	"since":   "since|after|from|starting in|later than|beginning in|as of|following",
	"before":  "before|until|till|up to|prior to|earlier than|by the end of|no later than|up to the end of|until the end of|till the end of",
	"between": "between|from",
	"and":     "and|or|as well as|plus",
	"that":    "that|who|which|those|these|this",
	"the":     "the|a|an|its|their|his|her|him|it|them|they|he|she",
	"first":   "first|earliest|first time|for the first time|the first time|originally|initially|original|oldest",
	"last": "last|latest|most recent|most recently|recent|last time|newest|for the last time|the last time|" +
		"finally|lately",
	"least": "fewest|the fewest|least|the least|least often|the smallest number of|rarest|most rarely",
	"long":  "longest|the longest|with the most paragraphs|most paragraphs|the most paragraphs|longest by paragraphs",
	"short": "shortest|the shortest|fewest paragraphs|the fewest paragraphs",
	"bySession": "by session|per session|each session|every session|session by session|in which session|which session|" +
		"at which session|for each session",
	"byBody": "by body|per body|each body|for each body|by organ|per organ",
	"not": "not|never|no|without|except|but|nobody|none|neither|nor|fewer|less|didn-t|doesn-t|" +
		"isn-t|wasn-t|haven-t|hasn-t|weren-t",
	"life": "exist|exists|existed|history|history of|life|life cycle|lifecycle|story|story of|origin|origins|evolution|genesis|" +
		"chronology|timeline|background|biography|chain|develop|developed|development of|evolve|evolved|" +
		"come about|came about|begin|began|begun|start|started|originate|originated|come into being|" +
		"came into being|continue|continued|how long|lifespan|life span|become of|became of|career",
	"until": "end dates|ending dates|each time until when|run|lasts|until when|till when|up to when|" +
		"expiry|run out|runs out|expiration|end date|in force|still in force|valid until|run until|still there|still exist|still exists|still active|still going|still running|still in place|still valid|" +
		"runs until|how long|end of the mandate",
	"follow": "followed|follow|follows|came after|come after|comes after|came next|happened after|" +
		"happened next|follow-up|follow up|follow-up to|follow up to|subsequent|succeeded|" +
		"descendants of|descendants|built upon|influence of|impact of",
	"lineage": "lineage|lineage of|ancestry|ancestors|genealogy|come from|comes from|came from|go back to|" +
		"goes back to|roots|basis of|based on|legal basis|predecessor|predecessors",
	"path": "path|connection|link|way|way from|path from|connected|linked|related|connects|links|lead to|" +
		"leads to|lead|leads|route",
	"compare": "in common|common|share|shared|overlap",
	"say": "add|adds|added|add to|adds to|added to|goes further|go further|compare|comparison|compared|compared with|compared to|difference|differences|differ|versus|vs|say|says|said|say on|state about|" +
		"mention about|provide|provides|provided|provide for|provides for|contain|contains|say about|" +
		"says about|said about|say regarding|speak of|speaks of|speak about|talk about|talks about|" +
		"tell us|position|stance|position on|language on|wording|passage|passages|passages on|" +
		"passage on|paragraphs on|paragraphs about|content|contents|text of|provisions|provisions on|" +
		"references to",
	"define": "stand for|stands for|short for|acronym for|abbreviation for|abbreviation of|full name of|what is|what are|who is|who are|what was|what s|who was|tell me about|explain|define|meaning of",
	"outcome": "unanimously|unanimous|with votes against|against votes|with negative votes|with abstentions|outcome|outcome of|result|result of|fate|fate of|happened to|happen to|happened|happen|" +
		"adopted by consensus|by consensus|consensus|without a vote|by vote|put to the vote|" +
		"put to a vote|recorded vote|rejected|withdrawn|outcomes|unanimous|unanimously|unanimity|tally|vote count|" +
		"voting result|result of the vote|by acclamation",
	"report": "hand in|handed in|send in|sent in|come before|comes before|be submitted|be presented|reports due|reports are due|report due|report|reports|reporting|reporting obligations|reporting requirements|reporting duties|" +
		"reporting dates|report back|reported",
	"draft":  "draft became|draft was adopted as|draft|drafts|draft resolution|draft resolutions|draft decision|draft decisions|proposal|proposals",
	"loaded": "loaded|in the store|in this store|in the collection|in the corpus",
}
