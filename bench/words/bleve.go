package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"mandategraph/graph/snapshot"
)

// fields are the searched properties, and what a word in each counts for.
var fields = []struct {
	property string
	weight   float64
}{
	{"title", 5}, {"name", 5}, {"number", 4}, {"symbol", 4}, {"alias", 4}, {"code", 3}, {"called", 2}, {"clause", 1}, {"text", 1},
}

// bleveMapping analyses English, keeps no texts, and tells acts by a word of their
// own. Places of words are kept, for phrases.
func bleveMapping() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Store, text.IncludeInAll, text.DocValues, text.Analyzer = false, false, false, en.AnalyzerName
	kind := bleve.NewKeywordFieldMapping()
	kind.Store, kind.IncludeInAll, kind.DocValues = false, false, false
	document := bleve.NewDocumentMapping()
	document.Dynamic = false
	for _, f := range fields {
		document.AddFieldMappingsAt(f.property, text)
	}
	document.AddFieldMappingsAt("whole", text)
	document.AddFieldMappingsAt("kind", kind)
	m := bleve.NewIndexMapping()
	m.DefaultMapping, m.DefaultAnalyzer, m.ScoringModel = document, en.AnalyzerName, "bm25"
	return m
}

// prepareBleve indexes every entity, and of each act all its paragraphs too, so that
// words are found in the act as a whole.
func prepareBleve(s *snapshot.Snapshot, folder string) (e engine, err error) {
	start := worked()
	index, err := bleve.New(folder, bleveMapping())
	if err != nil {
		return e, err
	}
	batch := index.NewBatch()
	for n := range snapshot.Node(s.Len()) {
		if err := batch.Index(s.ID(n), bleveDocument(s, n)); err != nil {
			return e, err
		}
		if batch.Size() == 5000 || int(n)+1 == s.Len() {
			if err := index.Batch(batch); err != nil {
				return e, err
			}
			batch.Reset()
		}
	}
	if err := index.Close(); err != nil {
		return e, err
	}
	e.made = worked() - start
	start = worked()
	if index, err = bleve.Open(folder); err != nil {
		return e, err
	}
	defer index.Close()
	if _, err := firstActs(index, queries[0]); err != nil {
		return e, err
	}
	e.opened, start = worked()-start, worked()
	for _, q := range queries {
		ids, err := firstActs(index, q)
		if err != nil {
			return e, err
		}
		e.first = append(e.first, ids)
	}
	e.asked = worked() - start
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := os.Stat(path)
		e.size += info.Size()
		return err
	})
	return e, err
}

func bleveDocument(s *snapshot.Snapshot, n snapshot.Node) map[string]any {
	d := map[string]any{"kind": s.Kind(n)}
	for _, f := range fields {
		if values := s.Values(n, f.property); len(values) > 0 {
			d[f.property] = values
		}
	}
	if _, own := d["title"]; !own && s.Title(n) != "" {
		d["title"] = s.Title(n)
	}
	if s.Kind(n) == "Act" {
		var texts []string
		for p := n + 1; int(p) < s.Len() && strings.HasPrefix(s.ID(p), s.ID(n)+"#"); p++ {
			texts = append(texts, s.Values(p, "text")...)
		}
		d["whole"] = texts
	}
	return d
}

// firstActs asks as the program does: every word somewhere in the act, titles
// counting for more, phrases in quotation marks.
func firstActs(index bleve.Index, text string) (ids []string, err error) {
	kind := bleve.NewTermQuery("Act")
	kind.SetField("kind")
	kind.SetBoost(0)
	all := []query.Query{kind}
	for i, piece := range strings.Split(text, `"`) {
		words := strings.Fields(piece)
		if i%2 == 1 {
			words = []string{piece}
		}
		for _, w := range words {
			if q := anywhere(w, i%2 == 1); q != nil {
				all = append(all, q)
			}
		}
	}
	request := bleve.NewSearchRequestOptions(bleve.NewConjunctionQuery(all...), 10, 0, false)
	result, err := index.Search(request)
	if err != nil {
		return nil, err
	}
	for _, h := range result.Hits {
		ids = append(ids, h.ID)
	}
	return ids, nil
}

// anywhere looks for a word or phrase in every field; nil for words that the
// analysis leaves out.
func anywhere(words string, phrase bool) query.Query {
	if stop := strings.Fields("in that the and of off on from"); !phrase && slices.Contains(stop, strings.ToLower(words)) {
		return nil
	}
	any := bleve.NewDisjunctionQuery()
	for _, f := range append(fields, struct {
		property string
		weight   float64
	}{"whole", 1}) {
		if phrase {
			q := bleve.NewMatchPhraseQuery(words)
			q.SetField(f.property)
			q.SetBoost(f.weight)
			any.AddQuery(q)
			continue
		}
		q := bleve.NewMatchQuery(words)
		q.SetField(f.property)
		q.SetBoost(f.weight)
		q.SetOperator(query.MatchQueryOperatorAnd)
		any.AddQuery(q)
	}
	return any
}
