package match

import "sync"

// cacheSize is how many answers are remembered. People eat the same things again and again; a year of one
// person's diary has about a thousand distinct rows.
const cacheSize = 8192

// cache remembers values. When it is full it starts again, which costs less than keeping order. The zero
// value is ready to use, also by several goroutines.
type cache[K comparable, V any] struct {
	mu     sync.RWMutex
	values map[K]V
}

func (c *cache[K, V]) get(key K) (V, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.values[key]
	return v, ok
}

func (c *cache[K, V]) put(key K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.values == nil || len(c.values) >= cacheSize {
		c.values = make(map[K]V, 256)
	}
	c.values[key] = v
}
