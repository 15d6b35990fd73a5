//! Eight small numbers side by side, at least one a label: a browser takes all at once, which no
//! compiler finds out by itself.

#[cfg(target_arch = "wasm32")]
mod kind {
    use std::arch::wasm32::{
        i16x8, i16x8_add, i16x8_add_sat, i16x8_eq, i16x8_extend_low_i8x16, i16x8_extract_lane,
        i16x8_gt, i16x8_splat, i16x8_sub_sat, u16x8_bitmask, u64x2_extract_lane, u64x2_splat,
        v128_bitselect,
    };

    pub use std::arch::wasm32::v128 as Lanes;

    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn all(n: i16) -> Lanes {
        i16x8_splat(n)
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn of([a, b, c, d, e, f, g, h]: [i16; 8]) -> Lanes {
        i16x8(a, b, c, d, e, f, g, h)
    }

    /// Sums of signed bytes; of so few that none runs over.
    #[derive(Clone, Copy)]
    pub struct Sums(Lanes);

    impl Sums {
        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn none() -> Self {
            Self(all(0))
        }

        /// With the eight bytes of `word`.
        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn with(self, word: u64) -> Self {
            Self(i16x8_add(self.0, i16x8_extend_low_i8x16(u64x2_splat(word))))
        }

        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn numbers(self) -> [i16; 8] {
            numbers(self.0)
        }
    }

    /// The numbers again.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn numbers(lanes: Lanes) -> [i16; 8] {
        let (low, high) = (
            u64x2_extract_lane::<0>(lanes),
            u64x2_extract_lane::<1>(lanes),
        );
        std::array::from_fn(|lane| ([low, high][lane / 4] >> (16 * (lane % 4))) as i16)
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn first(lanes: Lanes) -> i16 {
        i16x8_extract_lane::<0>(lanes)
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn add(a: Lanes, b: Lanes) -> Lanes {
        i16x8_add_sat(a, b)
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn subtract(a: Lanes, b: Lanes) -> Lanes {
        i16x8_sub_sat(a, b)
    }

    /// In every lane `b` and `with` where `b` is greater, else `than` and `or`.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn greater(b: Lanes, with: Lanes, than: Lanes, or: Lanes) -> (Lanes, Lanes) {
        let more = i16x8_gt(b, than);
        (
            v128_bitselect(b, than, more),
            v128_bitselect(with, or, more),
        )
    }

    /// The place of `n` among the four of `word`, if it is there.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub fn place(word: u64, n: u16) -> Option<usize> {
        let same = u16x8_bitmask(i16x8_eq(u64x2_splat(word), i16x8_splat(n.cast_signed())));
        (same != 0).then(|| same.trailing_zeros() as usize)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod kind {
    /// A one in every lane of sixteen bits.
    const ONES: u64 = 0x0001_0001_0001_0001;

    pub type Lanes = [i16; 8];

    pub fn all(n: i16) -> Lanes {
        [n; 8]
    }

    pub fn of(numbers: [i16; 8]) -> Lanes {
        numbers
    }

    /// Sums of signed bytes; of so few that none runs over. Bytes with an even and with an odd number,
    /// sixteen bits each, and as many above their value as were added.
    #[derive(Clone, Copy)]
    pub struct Sums {
        even: u64,
        odd: u64,
        added: u16,
    }

    const BIAS: u64 = 0x8080_8080_8080_8080;
    const BYTES: u64 = 0x00ff_00ff_00ff_00ff;

    impl Sums {
        pub fn none() -> Self {
            let (even, odd, added) = (0, 0, 0);
            Self { even, odd, added }
        }

        /// With the eight bytes of `word`.
        pub fn with(self, word: u64) -> Self {
            let word = word ^ BIAS;
            Self {
                even: self.even + (word & BYTES),
                odd: self.odd + (word >> 8 & BYTES),
                added: self.added + 1,
            }
        }

        pub fn numbers(self) -> [i16; 8] {
            std::array::from_fn(|k| {
                let sums = if k % 2 == 0 { self.even } else { self.odd };
                let sum = (sums >> (8 * (k & !1))) as u16;
                sum.wrapping_sub(128 * self.added).cast_signed()
            })
        }
    }

    /// The numbers again.
    pub fn numbers(lanes: Lanes) -> [i16; 8] {
        lanes
    }

    pub fn first(lanes: Lanes) -> i16 {
        lanes[0]
    }

    pub fn add(a: Lanes, b: Lanes) -> Lanes {
        std::array::from_fn(|k| a[k].saturating_add(b[k]))
    }

    pub fn subtract(a: Lanes, b: Lanes) -> Lanes {
        std::array::from_fn(|k| a[k].saturating_sub(b[k]))
    }

    /// In every lane `b` and `with` where `b` is greater, else `than` and `or`.
    pub fn greater(b: Lanes, with: Lanes, than: Lanes, or: Lanes) -> (Lanes, Lanes) {
        let more: Lanes = std::array::from_fn(|k| -i16::from(b[k] > than[k]));
        let pick = |yes: Lanes, no: Lanes| -> Lanes {
            std::array::from_fn(|k| yes[k] & more[k] | no[k] & !more[k])
        };
        (pick(b, than), pick(with, or))
    }

    /// The place of `n` among the four of `word`, if it is there.
    pub fn place(word: u64, n: u16) -> Option<usize> {
        // The lowest lane of zero is where it stands (Warren, “Hacker's Delight”, 6–1).
        let other = word ^ (u64::from(n) * ONES);
        let zero = other.wrapping_sub(ONES) & !other & (ONES << 15);
        (zero != 0).then(|| zero.trailing_zeros() as usize / 16)
    }
}

pub use kind::*;
