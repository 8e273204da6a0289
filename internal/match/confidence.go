package match

import "math"

// doubt is an input of the calibration, which turns a ranking into the chance of being right.
type doubt int

const (
	doubtBase doubt = iota
	doubtCoverage
	doubtMissed
	doubtUnknown
	doubtHeadMissed
	doubtHeadCover
	doubtExact
	doubtAgreement
	doubtExtra
	doubtGuessed
	doubtLone
	doubtHeadsMet
	doubtFirst
	doubtMargin
	doubtCommon
	doubtTokens
	doubtSupport
	doubtFirstMissed
	doubtCount
)

var doubtNames = [doubtCount]string{
	"base", "coverage", "missed", "unknown words", "head missed", "head cover", "exact", "agreement", "extra", "guessed", "lone",
	"heads met", "first", "margin", "common", "tokens", "support", "first missed",
}

// String is the input's name in the file of weights.
func (d doubt) String() string { return doubtNames[d] }

// doubts are the inputs of the calibration for the best food of a list.
func doubts(q *query, list []scored) [doubtCount]float64 {
	var d [doubtCount]float64
	top := &list[0]
	f := &top.dense
	d[doubtBase] = 1
	var unknown, known float64
	for _, t := range q.tokens {
		if len(t.alts) == 0 {
			unknown++
		} else {
			known++
		}
	}
	d[doubtCoverage] = float64(f[coverage])
	d[doubtMissed] = float64(f[missed])
	d[doubtUnknown] = unknown / (unknown + known)
	d[doubtHeadMissed] = float64(f[headMissed])
	d[doubtHeadCover] = float64(f[headCover])
	d[doubtExact] = float64(max(f[exactName], f[exactAlso]))
	d[doubtAgreement] = float64(top.prob)
	d[doubtExtra] = float64(f[extraCount])
	d[doubtGuessed] = float64(f[guessed])
	if known == 1 {
		d[doubtLone] = 1
	}
	d[doubtHeadsMet] = float64(f[headsMet])
	d[doubtFirst] = float64(max(f[firstMeets], f[firstSecond]))
	if len(list) > 1 {
		d[doubtMargin] = float64(min(3, top.score-list[1].score))
	}
	d[doubtCommon] = float64(f[common])
	d[doubtFirstMissed] = float64(f[firstMissed])
	d[doubtSupport] = float64(max(top.support, top.prob))
	d[doubtTokens] = min(8, known+unknown)
	return d
}

// confidence is the calibrated chance that the best food of a list is right.
func (m *Matcher) confidence(q *query, list []scored) float64 {
	if len(list) == 0 {
		return 0
	}
	z := 0.0
	for i, v := range doubts(q, list) {
		z += v * m.ranking.doubt[i]
	}
	return 1 / (1 + math.Exp(-z))
}
