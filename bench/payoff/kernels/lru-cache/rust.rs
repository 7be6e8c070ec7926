//! Entries live in a vector and name each other by index, the usual way to write linked lists in Rust.
use std::collections::HashMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

struct Entry {
    key: String,
    value: u64,
    previous: usize,
    next: usize,
}

/// The entry 0 is the head of the ring.
struct LruCache {
    capacity: usize,
    indices: HashMap<String, usize>,
    entries: Vec<Entry>,
}

impl LruCache {
    fn new(capacity: usize) -> Self {
        let head = Entry { key: String::new(), value: 0, previous: 0, next: 0 };
        Self { capacity, indices: HashMap::with_capacity(capacity), entries: vec![head] }
    }

    fn unlink(&mut self, index: usize) {
        let Entry { previous, next, .. } = self.entries[index];
        self.entries[previous].next = next;
        self.entries[next].previous = previous;
    }

    fn push(&mut self, index: usize) {
        let next = self.entries[0].next;
        self.entries[index].previous = 0;
        self.entries[index].next = next;
        self.entries[next].previous = index;
        self.entries[0].next = index;
    }

    fn get(&mut self, key: &str) -> Option<u64> {
        let index = *self.indices.get(key)?;
        self.unlink(index);
        self.push(index);
        Some(self.entries[index].value)
    }

    fn put(&mut self, key: String, value: u64) {
        let entry = Entry { key: key.clone(), value, previous: 0, next: 0 };
        let index = if self.indices.len() < self.capacity {
            self.entries.push(entry);
            self.entries.len() - 1
        } else {
            let oldest = self.entries[0].previous;
            self.unlink(oldest);
            self.indices.remove(&self.entries[oldest].key);
            self.entries[oldest] = entry;
            oldest
        };
        self.indices.insert(key, index);
        self.push(index);
    }
}

#[pyfunction]
pub fn run(py: Python<'_>, requests: Vec<String>, capacity: usize) -> PyResult<(u64, u64)> {
    if capacity < 1 {
        return Err(PyValueError::new_err("a cache needs room"));
    }
    Ok(py.detach(|| {
        let mut cache = LruCache::new(capacity);
        let (mut hits, mut total) = (0, 0);
        for (number, key) in (0..).zip(requests) {
            total += match cache.get(&key) {
                Some(value) => {
                    hits += 1;
                    value
                }
                None => {
                    cache.put(key, number);
                    number
                }
            };
        }
        (hits, total)
    }))
}
