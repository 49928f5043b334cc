package names

import (
	"strconv"
	"strings"
)

// units and tens of English ordinals; the ordinal of a number is one of the
// first or a ten with one of the first nine.
var (
	units = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth " +
		"thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	tens = strings.Fields("twent thirt fort fift sixt sevent eight ninet")
)

// ordinals are the words from first to ninety-ninth in their order.
var ordinals = func() []string {
	list := append([]string{}, units...)
	for _, t := range tens {
		list = append(list, t+"ieth")
		for _, u := range units[:9] {
			list = append(list, t+"y-"+u)
		}
	}
	return list
}()

var ordinalNumbers = keyed(ordinals, func(w string) []string { return []string{w} })

// Ordinals are the first words of counting: first, second, up to n.
func Ordinals(n int) []string { return ordinals[:n] }

// OrdinalNumber reads "twelfth", "seventy-third" and "10th"; 0 for no ordinal.
func OrdinalNumber(word string) int {
	word = strings.ToLower(word)
	if i, ok := ordinalNumbers[word]; ok {
		return i + 1
	}
	if len(word) > 2 {
		switch word[len(word)-2:] {
		case "st", "nd", "rd", "th":
			n, _ := strconv.Atoi(word[:len(word)-2])
			return n
		}
	}
	return 0
}

// cardinals are the words of numbers that texts write out, and those of zero.
var cardinals = func() map[string]int {
	numbers := map[string]int{"no": 0, "none": 0, "nil": 0, "zero": 0}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen " +
		"fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		numbers[w] = i + 1
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		numbers[w] = 10*i + 30
	}
	return numbers
}()

// Cardinal reads "27", "eleven" and "none"; ok is false for what is no number.
func Cardinal(word string) (n int, ok bool) {
	if n, ok = cardinals[strings.ToLower(word)]; ok {
		return n, true
	}
	n, err := strconv.Atoi(word)
	return n, err == nil
}

// MonthPattern matches the name of a month.
const MonthPattern = `January|February|March|April|May|June|July|August|September|October|November|December`

var months = keyed(strings.Split(strings.ToLower(MonthPattern), "|"), func(w string) []string { return []string{w} })

// NearMonth is the month whose name differs from a word of the same length in one
// letter at most, as scanning leaves it: Apri] is April; empty where none does.
func NearMonth(word string) string {
	for _, name := range strings.Split(MonthPattern, "|") {
		if OneLetterOff(name, word) {
			return name
		}
	}
	return ""
}

// OneLetterOff says that two words of one length differ in one byte at most, as scanning
// damages letters.
func OneLetterOff(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	wrong := 0
	for i := range len(a) {
		if a[i] != b[i] {
			wrong++
		}
	}
	return wrong <= 1
}

// Month is the number of a month by its name in any case; 0 for no month.
func Month(word string) int {
	if i, ok := months[word]; ok {
		return i + 1
	}
	if i, ok := months[strings.ToLower(word)]; ok {
		return i + 1
	}
	return 0
}
