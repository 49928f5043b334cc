package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// ReferenceData is the identity of the document that holds facts which come
// from our own reference data (names and codes) and not from a text.
const ReferenceData = "reference-data"

// A Document is everything that one text contributes to the graph. It is the
// unit of loading: a store takes it whole or not at all, and unloading removes
// exactly what is in it.
type Document struct {
	// ID is the identity without the un: prefix, for example
	// "document/E/2025/31".
	ID string
	// Source is the text as decoded, with LF line ends and nothing removed.
	// Ranges of the evidence count its Unicode code points.
	Source string
	// Facts are properties of entities, labelled with the document.
	Facts []Fact
	// Statements are the edges with their evidence.
	Statements []Statement
}

// A Fact is one property of one entity as stated by a document. Property names
// a row of [Properties]; the row says whether Value is text, a number, a date
// or the id of another entity.
type Fact struct {
	Subject  string
	Property string
	Value    string
}

// A Statement is one edge of the graph together with the words that prove it.
type Statement struct {
	Subject  string
	Relation string
	// Object is an entity's id, or text where the relation's row says Literal.
	Object   string
	Evidence Evidence
	// Qualifiers holds values by the names of [Qualifiers].
	Qualifiers map[string]string
}

// Evidence is the place in a document that proves a statement.
type Evidence struct {
	// Document is the id of the text.
	Document string
	// Paragraph is the full id of the asserting paragraph.
	Paragraph string
	// Start and End count Unicode code points of the source, as in RFC 5147
	// (#char=start,end); they cover the mention as printed.
	Start, End int
	// Quote is the range's text without page furniture, footnotes and markup,
	// single-spaced.
	Quote string
}

// Locator is the part of the paragraph's id after '#', for example "op5.a".
func (e Evidence) Locator() string {
	_, locator, _ := strings.Cut(e.Paragraph, "#")
	return locator
}

// Node is the id of the statement node, <document>#s<hash of subject,
// relation, object and range>. It does not depend on load order.
func (s Statement) Node() string { return s.Evidence.Document + StatementNode(s.Hash()) }

// What follows the document in the id of a statement node: the mark, then the
// hash in digits of base 16.
const (
	StatementMark   = "#s"
	StatementDigits = 16
)

func StatementNode(hash uint64) string {
	digits := hex.EncodeToString(binary.BigEndian.AppendUint64(nil, hash))
	return StatementMark + digits
}

// Hash is the first 8 bytes of a SHA-256.
func (s *Statement) Hash() uint64 {
	var space [512]byte
	text := space[:0]
	for _, part := range []string{s.Subject, s.Relation, s.Object} {
		text = append(append(text, part...), 0)
	}
	text = append(strconv.AppendInt(text, int64(s.Evidence.Start), 10), 0)
	sum := sha256.Sum256(strconv.AppendInt(text, int64(s.Evidence.End), 10))
	return binary.BigEndian.Uint64(sum[:])
}

// Compare orders statements by subject, position in the text, relation and
// object: the order in which a reader meets them.
func (s Statement) Compare(t Statement) int { return s.compare(&t) }

func (s *Statement) compare(t *Statement) int {
	if c := strings.Compare(s.Subject, t.Subject); c != 0 {
		return c
	}
	if c := strings.Compare(s.Evidence.Document, t.Evidence.Document); c != 0 {
		return c
	}
	if c := cmp.Or(s.Evidence.Start-t.Evidence.Start, s.Evidence.End-t.Evidence.End); c != 0 {
		return c
	}
	if c := strings.Compare(s.Relation, t.Relation); c != 0 {
		return c
	}
	return strings.Compare(s.Object, t.Object)
}

// Equal reports whether two statements say the same with the same evidence.
func (s Statement) Equal(t Statement) bool {
	return s.Subject == t.Subject && s.Relation == t.Relation && s.Object == t.Object &&
		s.Evidence == t.Evidence && maps.Equal(s.Qualifiers, t.Qualifiers)
}

// Normalize sorts facts and statements and drops exact repetitions, so that
// the same text always gives the same bytes.
func (d *Document) Normalize() {
	sortFacts(d.Facts)
	d.Facts = slices.Compact(d.Facts)
	sortStatements(d.Statements)
	d.Statements = slices.CompactFunc(d.Statements, Statement.sameNode)
}

// sortStatements sorts the places of statements, which are many times smaller,
// and moves each statement once.
func sortStatements(list []Statement) {
	order := make([]int32, len(list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int { return list[i].compare(&list[j]) })
	arrange(list, order)
}

// sortFacts orders facts by subject, property and value. A document says ten
// things of each subject, one after the other, and ids share long beginnings:
// the subjects are sorted once, and then what is said of each.
func sortFacts(facts []Fact) {
	subjects, of := subjectsOf(facts)
	sorted := make([]int32, len(subjects))
	for k := range sorted {
		sorted[k] = int32(k)
	}
	slices.SortFunc(sorted, func(i, j int32) int { return strings.Compare(subjects[i].id, subjects[j].id) })
	at := int32(0)
	for _, k := range sorted {
		subjects[k].next = at
		at += subjects[k].count
	}
	order := make([]int32, len(facts)) // which fact stands at each place
	for i, k := range of {
		order[subjects[k].next] = int32(i)
		subjects[k].next++
	}
	for _, s := range subjects {
		slices.SortFunc(order[s.next-s.count:s.next], func(i, j int32) int {
			if c := strings.Compare(facts[i].Property, facts[j].Property); c != 0 {
				return c
			}
			return strings.Compare(facts[i].Value, facts[j].Value)
		})
	}
	arrange(facts, order)
}

// A factSubject is an entity of which facts tell.
type factSubject struct {
	id          string
	count, next int32 // facts, and where the next of them goes
}

// subjectsOf lists the subjects of facts as they come, and which is that of each
// fact.
func subjectsOf(facts []Fact) (subjects []factSubject, of []int32) {
	places := make(map[string]int32, len(facts)/8)
	subjects, of = make([]factSubject, 0, len(facts)/8), make([]int32, len(facts))
	for i, f := range facts {
		if i > 0 && f.Subject == facts[i-1].Subject {
			of[i] = of[i-1]
		} else {
			k, known := places[f.Subject]
			if !known {
				k = int32(len(subjects))
				places[f.Subject] = k
				subjects = append(subjects, factSubject{id: f.Subject})
			}
			of[i] = k
		}
		subjects[of[i]].count++
	}
	return subjects, of
}

// arrange puts the element order[i] at place i, each moved once; order is used
// up.
func arrange[E any](list []E, order []int32) {
	for i := range order {
		hole, kept := int32(i), list[i]
		for order[hole] != int32(i) && order[hole] != hole {
			from := order[hole]
			list[hole], order[hole] = list[from], hole
			hole = from
		}
		list[hole], order[hole] = kept, hole
	}
}

// sameNode says that two statements have one node: what its hash is made of is
// the same.
func (s Statement) sameNode(t Statement) bool { return s.Compare(t) == 0 }

// IsLiteral says that the object is text.
func IsLiteral(st Statement) bool {
	r, ok := RelationByName(st.Relation)
	return ok && IsLiteralRelation(r)
}

func (f Fact) Compare(g Fact) int {
	return cmp.Or(strings.Compare(f.Subject, g.Subject), strings.Compare(f.Property, g.Property), strings.Compare(f.Value, g.Value))
}

func IsLiteralRelation(r Relation) bool { return slices.Contains(r.To, Literal) }
