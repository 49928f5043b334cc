package format

import (
	"context"
	"errors"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// A machine is one instance of the engine. Its functions are called as they are,
// without the checks and copies of the library around them: there are some calls for
// each character of a document.
type machine struct {
	instance  pdfium.Pdfium
	core      api.Module
	memory    *memory
	functions [functionCount]api.Function
	stack     [8]uint64 // arguments and result of a call
	results   uint32    // where functions write what they do not return
}

// The functions of PDFium that are called, by its names for them.
type function int

const (
	allocate function = iota
	openDocument
	lastError
	pageCount
	openPage
	closePage
	pageWidth
	pageHeight
	openText
	closeText
	charCount
	charLetter
	charBox
	charObject
	charAngle
	charMatrix
	fontSize
	fontWeight
	functionCount
)

var functionNames = [functionCount]string{
	allocate: "malloc", openDocument: "FPDF_LoadMemDocument64", lastError: "FPDF_GetLastError", pageCount: "FPDF_GetPageCount",
	openPage: "FPDF_LoadPage", closePage: "FPDF_ClosePage", pageWidth: "FPDF_GetPageWidth", pageHeight: "FPDF_GetPageHeight",
	openText: "FPDFText_LoadPage", closeText: "FPDFText_ClosePage", charCount: "FPDFText_CountChars", charLetter: "FPDFText_GetUnicode",
	charBox: "FPDFText_GetCharBox", charObject: "FPDFText_GetTextObject", charAngle: "FPDFText_GetCharAngle",
	charMatrix: "FPDFText_GetMatrix", fontSize: "FPDFText_GetFontSize", fontWeight: "FPDFText_GetFontWeight",
}

// resultBytes is the room for results: four numbers of eight bytes.
const resultBytes = 32

func newMachine(instance pdfium.Pdfium, core api.Module, m *memory) (*machine, error) {
	made := &machine{instance: instance, core: core, memory: m}
	for f, name := range functionNames {
		if made.functions[f] = core.ExportedFunction(name); made.functions[f] == nil {
			return nil, errors.New("no function " + name)
		}
	}
	at, err := made.call(context.Background(), allocate, resultBytes)
	made.results = uint32(at)
	return made, err
}

// call calls a function of PDFium with at most eight arguments.
func (m *machine) call(ctx context.Context, f function, arguments ...uint64) (uint64, error) {
	copy(m.stack[:], arguments)
	err := m.functions[f].CallWithStack(ctx, m.stack[:])
	return m.stack[0], err
}

// number reads the n-th number of eight bytes that a function wrote.
func (m *machine) number(n uint32) float64 {
	v, _ := m.core.Memory().ReadFloat64Le(m.results + 8*n)
	return v
}

// small reads the n-th number of four bytes that a function wrote.
func (m *machine) small(n uint32) float64 {
	v, _ := m.core.Memory().ReadFloat32Le(m.results + 4*n)
	return float64(v)
}

var errPage = errors.New("a page that cannot be opened")

// pdfErrors say what PDFium means by the numbers of its errors.
var pdfErrors = map[uint64]error{
	3: errors.New("expected a PDF that can be opened: it is damaged or cut off"),
	4: errors.New("expected a PDF that can be opened: it is encrypted and needs a password"),
	5: errors.New("expected a PDF that can be opened: it is encrypted in a way that cannot be read"),
}

// open hands a document to PDFium and gives its handle.
func (m *machine) open(ctx context.Context, data []byte) (document uint64, err error) {
	at, err := m.call(ctx, allocate, uint64(len(data)))
	if err != nil {
		return 0, err
	}
	if at == 0 || !m.core.Memory().Write(uint32(at), data) {
		return 0, errors.New("no memory for the document")
	}
	document, err = m.call(ctx, openDocument, at, uint64(len(data)), 0)
	if err != nil || document != 0 {
		return document, err
	}
	code, err := m.call(ctx, lastError)
	if known := pdfErrors[code]; err == nil && known != nil {
		return 0, known
	}
	return 0, errors.Join(err, errors.New("it cannot be opened"))
}

// A char is one character of a page, in points from its lower left corner.
type char struct {
	letter                   rune
	left, right, bottom, top float64
	typeface
}

// A typeface is what the characters of one text object have in common.
type typeface struct {
	size  float64 // as it is printed
	bold  bool
	angle float64 // of the line on which they stand, in radians
}

// page reads one page of a document.
func (m *machine) page(ctx context.Context, document uint64, i int) (p page, err error) {
	handle, err := m.call(ctx, openPage, document, uint64(i))
	if err != nil {
		return p, err
	}
	if handle == 0 {
		return p, errPage
	}
	width, _ := m.call(ctx, pageWidth, handle)
	height, _ := m.call(ctx, pageHeight, handle)
	p.width, p.height = math.Float64frombits(width), math.Float64frombits(height)
	text, err := m.call(ctx, openText, handle)
	if err != nil {
		return p, err
	}
	if p.runs, err = m.runs(ctx, text); err != nil {
		return p, err
	}
	if _, err = m.call(ctx, closeText, text); err == nil {
		_, err = m.call(ctx, closePage, handle)
	}
	return p, err
}

// runs reads the characters of a page and joins them.
func (m *machine) runs(ctx context.Context, text uint64) ([]glyphRun, error) {
	count, err := m.call(ctx, charCount, text)
	if err != nil {
		return nil, err
	}
	if int32(count) > maxPage {
		return nil, tooManyChars(int32(count))
	}
	g, object, face := &gatherer{}, uint64(0), typeface{}
	for i := range uint64(max(int32(count), 0)) {
		letter, err := m.call(ctx, charLetter, text, i)
		if err != nil {
			return nil, err
		}
		c := char{letter: rune(letter)}
		if isPrinted(c.letter) {
			own, err := m.call(ctx, charObject, text, i)
			if err != nil {
				return nil, err
			}
			if own != object || own == 0 {
				object = own
				if face, err = m.typeface(ctx, text, i); err != nil {
					return nil, err
				}
			}
			c.typeface = face
			if err := m.box(ctx, text, i, &c); err != nil {
				return nil, err
			}
		}
		g.char(c)
	}
	g.close()
	return g.runs, nil
}

// box reads where a character stands.
func (m *machine) box(ctx context.Context, text, i uint64, c *char) error {
	at := uint64(m.results)
	if _, err := m.call(ctx, charBox, text, i, at, at+8, at+16, at+24); err != nil {
		return err
	}
	c.left, c.right, c.bottom, c.top = m.number(0), m.number(1), m.number(2), m.number(3)
	return nil
}

// boldWeight is from which weight on a font is bold.
const boldWeight = 600

// typeface reads the typeface of a character. The size of a font is that before the
// text is turned and stretched by its matrix.
func (m *machine) typeface(ctx context.Context, text, i uint64) (face typeface, err error) {
	var answers [4]uint64
	for k, f := range []function{fontSize, fontWeight, charAngle} {
		if answers[k], err = m.call(ctx, f, text, i); err != nil {
			return face, err
		}
	}
	face.size = math.Float64frombits(answers[0])
	face.bold = int32(answers[1]) >= boldWeight
	face.angle = float64(math.Float32frombits(uint32(answers[2])))
	has, err := m.call(ctx, charMatrix, text, i, uint64(m.results))
	if int32(has) != 0 {
		face.size *= math.Hypot(m.small(2), m.small(3))
	}
	return face, err
}
