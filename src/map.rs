//! Maps and sets by hash. Entries keep the order in which they came, so that going through them gives
//! the same each time.
//!
//! The standard ones are compiled anew for every kind of entry, a kilobyte each of growing and probing: forty
//! of them were a tenth of the engine's code, which a browser has to load, and to compile before the first
//! marks. Here what grows is numbers, the same for all. Nothing is taken out of a map.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

/// A map. Asking and adding take the same time however many there are.
pub struct Map<K, V> {
    index: Index,
    entries: Vec<(K, V)>,
}

/// A set.
pub struct Set<K>(Map<K, ()>);

/// Where entries are by their hash: open addressing, step by step.
#[derive(Default)]
struct Index {
    /// Places of entries, counted from 1; 0 is free. Their number is a power of two.
    slots: Vec<u32>,
    /// The hash of each entry.
    hashes: Vec<u32>,
}

impl Index {
    /// The entry with this hash that is `the_one`.
    #[inline]
    fn find(&self, hash: u32, the_one: impl Fn(usize) -> bool) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        let mut slot = hash as usize & last;
        loop {
            let place = (self.slots[slot] as usize).checked_sub(1)?;
            if self.hashes[place] == hash && the_one(place) {
                return Some(place);
            }
            slot = (slot + 1) & last;
        }
    }

    /// Adds an entry behind the others.
    #[inline(never)]
    fn push(&mut self, hash: u32) {
        self.hashes.push(hash);
        // At most two of three slots are taken, so that one step or two find a free one.
        if 3 * self.hashes.len() > 2 * self.slots.len() {
            let slots = (2 * self.slots.len()).max(8);
            self.slots.clear();
            self.slots.resize(slots, 0);
            (0..self.hashes.len()).for_each(|place| self.settle(place));
        } else {
            self.settle(self.hashes.len() - 1);
        }
    }

    /// Gives an entry a slot.
    fn settle(&mut self, place: usize) {
        let last = self.slots.len() - 1;
        let mut slot = self.hashes[place] as usize & last;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & last;
        }
        self.slots[slot] = place as u32 + 1;
    }
}

fn hash_of<Q: Hash + ?Sized>(key: &Q) -> u32 {
    let mut hasher = rustc_hash::FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish() as u32
}

impl<K, V> Map<K, V> {
    /// A map that need not grow before it has so many entries.
    pub fn with_room(entries: usize) -> Self {
        let mut map = Self::default();
        map.index.slots = vec![0; (entries + entries / 2 + 1).next_power_of_two()];
        map.entries.reserve(entries);
        map
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.entries.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|entry| &entry.0)
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.iter_mut().map(|entry| entry.1)
    }

    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.entries.into_iter().map(|entry| entry.1)
    }
}

impl<K: Hash + Eq, V> Map<K, V> {
    fn find<Q: Hash + Eq + ?Sized>(&self, hash: u32, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.index
            .find(hash, |place| self.entries[place].0.borrow() == key)
    }

    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(hash_of(key), key)?;
        Some(&self.entries[place].1)
    }

    pub fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(hash_of(key), key)?;
        Some(&mut self.entries[place].1)
    }

    pub fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(hash_of(key), key).is_some()
    }

    /// The value of `key`; if there is none, what `value` makes.
    pub fn or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let hash = hash_of(&key);
        let place = self.find(hash, &key).unwrap_or_else(|| {
            self.index.push(hash);
            self.entries.push((key, value()));
            self.entries.len() - 1
        });
        &mut self.entries[place].1
    }

    /// The value of `key`; if there is none, `value`.
    pub fn or_insert(&mut self, key: K, value: V) -> &mut V {
        self.or_insert_with(key, || value)
    }

    /// The value of `key`; if there is none, its type's first one.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// Gives `key` this value, whatever it had.
    pub fn insert(&mut self, key: K, value: V) {
        let hash = hash_of(&key);
        match self.find(hash, &key) {
            Some(place) => self.entries[place].1 = value,
            None => {
                self.index.push(hash);
                self.entries.push((key, value));
            }
        }
    }
}

impl<K: Hash + Eq> Set<K> {
    pub fn contains<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// Adds `key`; tells whether it is new.
    pub fn insert(&mut self, key: K) -> bool {
        let before = self.len();
        self.0.or_insert(key, ());
        self.len() > before
    }

    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    pub fn len(&self) -> usize {
        self.0.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self {
            index: Index::default(),
            entries: Vec::new(),
        }
    }
}

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        for key in keys {
            self.insert(key);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<K: Hash + Eq> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        set.extend(keys);
        set
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = &'a (K, V);
    type IntoIter = std::slice::Iter<'a, (K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found_in_the_order_it_came() {
        let words: Vec<String> = (0..3000).map(|n| format!("가람{n}")).collect();
        let mut map: Map<&str, usize> = Map::default();
        assert!(map.is_empty() && map.get("가람1").is_none());
        for (n, word) in words.iter().enumerate() {
            assert_eq!(*map.or_insert(word, n), n);
            assert_eq!(*map.or_insert(&words[n / 2], 0), n / 2);
        }
        assert!(map.keys().copied().eq(words.iter().map(String::as_str)));
        assert!(
            words
                .iter()
                .enumerate()
                .all(|(n, word)| map.get(word.as_str()) == Some(&n))
        );
        assert!(!map.contains_key("가람3000"));
        map.insert("가람7", 0);
        *map.or_default("새늘") += 5;
        assert_eq!((map.get("가람7"), map.get("새늘")), (Some(&0), Some(&5)));
    }

    #[test]
    fn a_set_has_each_but_once() {
        let mut set: Set<u32> = [3, 1, 3].into_iter().collect();
        assert!(set.contains(&1) && !set.contains(&2));
        assert!(set.insert(2) && !set.insert(3) && !set.is_empty());
    }
}
