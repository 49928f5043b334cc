package session

import (
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// sameItem begins headings under which a report goes on with its item.
var sameItem = scan.Compile(`^(?:[A-Z]\.\s+)?(?:Action taken|Deliberations|Consideration of)\b`)

// pageCount is the number of a page among all, which the foot of a page prints.
var pageCount = scan.Compile(`^\d+/\d+$`)

// heading forgets the agenda item at a new chapter or section.
func (r *reporter) heading(p *tree.Paragraph) {
	var kept []string
	for _, h := range p.Headings {
		if !sameItem.MatchString(h) && !pageCount.MatchString(h) {
			kept = append(kept, h)
		}
	}
	r.path = r.itemPath(p.Headings)
	if chapter := strings.Join(kept, headingJoint); chapter != r.chapter {
		r.chapter, r.adopted, r.group, r.draft = chapter, false, "", nil
		r.spoken, r.amendment = "", ""
		r.opens = len(p.Headings) > 0 && openingHeading.MatchString(p.Headings[len(p.Headings)-1])
		r.meetings, r.date = nil, ""
		if r.agenda == r.session {
			r.item, r.items = "", nil // a Main Committee reports on one
			if r.headedItem(p); r.item == "" && !r.opens {
				r.outerItem()
			}
		}
	}
}

// actionTaken is what a report titles the part of a chapter that tells what the body did
// under its item; the texts are titled below it, and a conversion joins the titles.
var actionTaken = scan.Compile(`\bAction taken (?:by|on|under)\b`)

// itemPath are the headings that say of which item a paragraph is: those above the part
// on the action taken, which is of the same item as the text before it.
func (r *reporter) itemPath(headings []string) (path []string) {
	for _, h := range headings {
		m := actionTaken.FindStringIndex(h)
		if m == nil {
			path = append(path, h)
			continue
		}
		if outer := strings.TrimRight(h[:m[0]], " "); outer != "" && !sameItem.MatchString(h) {
			path = append(path, outer)
		}
		if strings.HasPrefix(strings.Join(r.path, headingJoint), strings.Join(path, headingJoint)) {
			return r.path
		}
		break
	}
	return path
}

// outerItem goes on below a further heading with the agenda item of which the text
// spoke under the headings above it: a chapter of a report is that of its item.
func (r *reporter) outerItem() {
	for n := len(r.path); n > 0; n-- {
		if item := r.itemUnder[strings.Join(r.path[:n], headingJoint)]; item != "" {
			r.item, r.items = item, []string{item}
			return
		}
	}
}

// headingJoint joins the headings above a paragraph.
const headingJoint = " > "

// openingHeading heads what a report tells of the session as a whole.
var openingHeading = scan.Compile(`(?i)\b(?:opening|closure|closing|organization of the session)\b`)

// itemHeading is a heading that names the item of the agenda below it: "III. Reporting
// (Agenda item 5)".
var itemHeading = scan.Compile(`(?i)\(agenda (?:sub-)?item (\d+)(?: ?\(([a-z])\))?\)(?:$| [A-Z])`)

// itemAlone is a heading that is nothing but an item: "Agenda item 13.2", "Item 4 (b)".
var itemAlone = scan.Compile(`^(?:Agenda )?[Ii]tem (\d+(?:\.\d+)?)(?: ?\(([a-z])\))?$`)

// headedItem takes the agenda item from the innermost heading that names one.
func (r *reporter) headedItem(p *tree.Paragraph) {
	for i := len(p.Headings) - 1; i >= 0 && r.session != ""; i-- {
		m := itemHeading.FindStringSubmatch(p.Headings[i])
		if m == nil {
			m = itemAlone.FindStringSubmatch(p.Headings[i])
		}
		if m != nil {
			mark := m[1]
			if m[2] != "" {
				mark += "(" + m[2] + ")"
			}
			r.item = r.agendaItem(mark)
			r.items = []string{r.item}
			r.itemUnder[strings.Join(r.path, headingJoint)] = r.item
			return
		}
	}
}
