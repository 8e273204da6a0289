package match

import "sync"

// cacheSize is how many answers are remembered. People eat the same things again and again; a year of one
// person's diary has about a thousand distinct rows.
const cacheSize = 8192

// cache remembers answers. When it is full it starts again, which costs less than keeping order.
type cache struct {
	mu    sync.RWMutex
	items map[Query][]Item
}

func (c *cache) get(q Query) ([]Item, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	items, ok := c.items[q]
	return items, ok
}

func (c *cache) put(q Query, items []Item) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.items == nil || len(c.items) >= cacheSize {
		c.items = make(map[Query][]Item, 256)
	}
	c.items[q] = items
}
