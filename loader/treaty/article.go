package treaty

import (
	"sort"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
)

// oneArticle is the number of an article, with the letters of its parts.
const oneArticle = `(?:\d+|[IVX]+\b)(?: ?\((?:[a-z]|\d+)\))*`

var (
	articlePattern = scan.Compile(`\b[Aa]rticles? (` + oneArticle +
		`(?:(?:, | and |, and | to |–)(?:[Aa]rticle )?` + oneArticle + `)*)`)
	articleNumber = scan.Compile(`\d+|[IVX]+`)
	articleParens = scan.Compile(` ?\((?:[a-z]|\d+)\)`)
	lettersPin    = scan.Compile(`^, (?:sub)?paragraphs? \([a-z]+\)(?:(?:, | and )\([a-z]+\))*`)
	// ofOther says that words behind an article name what is no treaty of the
	// tables, "of the Universal Declaration".
	ofOther = scan.Compile(`^(?:, paragraphs? [\d() a-z]+)?,? of (?:the |that |its )?([A-Z][a-z]+)`)
)

// withArticles lists the articles that a text names, each with the code of its
// treaty, and the treaties that it names without one.
func withArticles(s string, hits []treatyHit) []treatyHit {
	quotes := scan.Quoted(s)
	var out []treatyHit
	used := map[int]bool{}
	for _, m := range articlePattern.FindAll(s) {
		if scan.Inside(quotes, m[0]) {
			continue
		}
		k, named := treatyOfArticle(s, hits, m)
		if k < 0 || hits[k].Code == "" {
			continue
		}
		used[k] = used[k] || named
		numbers := articleNumber.FindAllStrings(articleParens.Regexp().ReplaceAllString(s[m[2]:m[3]], ""))
		pin, end := articlePin(s, m)
		out = append(out, treatyHit{Code: hits[k].Code, Start: m[0], End: end, Articles: numbers, Pin: pin})
	}
	for i, h := range hits {
		if h.Code != "" && !used[i] {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// mostBehind is the most bytes between an article and what it is of.
const mostBehind = 60

// treatyOfArticle finds to which treaty an article belongs: the one named behind
// it ("article 16 of the Convention"), else one near it in the text; -1 where
// there is none. named says that the treaty is named for the article alone.
func treatyOfArticle(s string, hits []treatyHit, m []int) (k int, named bool) {
	for i, h := range hits {
		if h.Start < m[1] || h.Start-m[1] >= mostBehind {
			continue
		}
		between := s[m[1]:h.Start]
		other := strings.Contains(between, "rticle") || strings.ContainsAny(between, ";.")
		if strings.Contains(between+" ", " of ") && !other {
			return i, true
		}
	}
	if k = nearTreaty(s, hits, m); k < 0 {
		return k, false
	}
	other := ofOther.FindStringSubmatch(s[m[1]:min(len(s), m[1]+mostBehind)])
	if other != nil && !strings.Contains(names.TreatyName(hits[k].Code), other[1]) {
		return -1, false
	}
	return k, hits[k].End < m[0] && s[hits[k].End:m[0]] == ", " // the Paris Agreement, Article 11
}

// farBehind is the most bytes between the first article of a list and the treaty
// that stands behind the last.
const farBehind = 160

// nearTreaty is the treaty of an article that names none: the last one before it,
// or where there is none the one of the articles that the list ends with, "Article
// 4, paragraph 3, and Articles 5 and 6 of the Convention". It is -1 where there is
// none.
func nearTreaty(s string, hits []treatyHit, m []int) int {
	best := -1
	for i, h := range hits {
		if h.End <= m[0] && h.Code != "" {
			best = i
			continue
		}
		if best >= 0 || h.Start < m[1] || h.Start-m[1] >= farBehind {
			continue
		}
		if between := s[m[1]:h.Start]; !strings.ContainsAny(between, ";.") && strings.Contains(between, "rticle") {
			return i
		}
	}
	return best
}

// articlePin is the part of one article that a text cites, and its end:
// "article 2 (b)", "article 2, paragraph (b)", "article 8, paragraph 6".
func articlePin(s string, m []int) (pin string, end int) {
	if p := lettersPin.FindString(s[m[1]:]); p != "" {
		return strings.TrimLeft(p, ", "), m[1] + len(p)
	}
	if pin, end, ok := clause.PinAfter(s, m[1]); ok {
		return pin, end
	}
	if letters := articleParens.FindAllStrings(s[m[2]:m[3]]); len(letters) == 1 {
		return strings.TrimSpace(letters[0]), m[1]
	}
	return "", m[1]
}
