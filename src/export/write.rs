//! Writing JSON, one value after another: no tree is built first.

/// The name of a value, with the comma before it, which [`Json::key`] leaves out in front of the first.
macro_rules! name {
    ($name:literal) => {
        concat!(",\"", $name, "\":")
    };
}

/// A string that needs no escapes, for [`Json::word`].
macro_rules! quoted {
    ($words:literal) => {
        concat!("\"", $words, "\"")
    };
}

pub(super) use {name, quoted};

/// JSON under construction. Commas are set where they belong.
pub struct Json {
    text: String,
}

impl Json {
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
        }
    }

    pub fn finish(self) -> String {
        self.text
    }

    /// An object, whose keys and values `fill` writes.
    pub fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.comma();
        self.text.push('{');
        fill(self);
        self.text.push('}');
    }

    /// A list, whose values `fill` writes.
    pub fn list(&mut self, fill: impl FnOnce(&mut Self)) {
        self.comma();
        self.text.push('[');
        fill(self);
        self.text.push(']');
    }

    /// The key of the next value, a [`name!`].
    pub fn key(&mut self, name: &'static str) -> &mut Self {
        let from = usize::from(!self.parted());
        self.text.push_str(&name[from..]);
        self
    }

    /// `null`, `true`, `false`, or a [`quoted!`] string.
    pub fn word(&mut self, word: &str) {
        self.comma();
        self.text.push_str(word);
    }

    pub fn number(&mut self, number: u32) {
        self.comma();
        self.digits(number);
    }

    /// A string of a letter and a number: a1, c17.
    pub fn id(&mut self, letter: char, number: u32) {
        self.comma();
        self.text.push('"');
        self.text.push(letter);
        self.digits(number);
        self.text.push('"');
    }

    pub fn string(&mut self, words: &str) {
        self.comma();
        self.text.push('"');
        let escaped = |b: u8| b < b' ' || b == b'"' || b == b'\\';
        let mut rest = words;
        while let Some(at) = rest.bytes().position(escaped) {
            let byte = rest.as_bytes()[at];
            self.text.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            self.text.push('\\');
            match byte {
                b'"' | b'\\' => self.text.push(char::from(byte)),
                b'\n' => self.text.push('n'),
                b'\r' => self.text.push('r'),
                b'\t' => self.text.push('t'),
                0x08 => self.text.push('b'),
                0x0c => self.text.push('f'),
                _ => {
                    self.text.push_str("u00");
                    for half in [byte >> 4, byte & 15] {
                        self.text
                            .push(char::from(b"0123456789abcdef"[usize::from(half)]));
                    }
                }
            }
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn digits(&mut self, mut number: u32) {
        let mut digits = [b'0'; 10];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        for digit in &digits[at..] {
            self.text.push(char::from(*digit));
        }
    }

    /// Between two values of a list or an object.
    fn comma(&mut self) {
        if self.parted() {
            self.text.push(',');
        }
    }

    /// Whether a comma comes next; a string ends in a quotation mark, so that only what has just been opened ends
    /// in one of these.
    fn parted(&self) -> bool {
        !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':'))
    }
}

/// The same JSON with one value a line, two blanks deeper for each level.
pub fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut inside, mut escaped) = (0, false, false);
    let mut chars = json.chars().peekable();
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(c) = chars.next() {
        if inside {
            out.push(c);
            inside = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        match c {
            '{' | '[' => {
                out.push(c);
                match chars.next_if(|n| matches!(n, '}' | ']')) {
                    Some(close) => out.push(close),
                    None => {
                        depth += 1;
                        line(&mut out, depth);
                    }
                }
            }
            '}' | ']' => {
                depth -= 1;
                line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                inside = c == '"';
                out.push(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_a_parser_reads() {
        let words = "“말” \"\\\n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f} {[,:]} 📰";
        let mut json = Json::with_capacity(0);
        json.object(|j| {
            j.key(name!("list")).list(|j| {
                j.number(0);
                j.number(4_294_967_295);
                j.id('c', 17);
            });
            j.key(name!("none")).list(|_| {});
            j.key(name!("object"))
                .object(|j| j.key(name!("null")).word("null"));
            j.key(name!("words")).string(words);
        });
        let text = json.finish();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["words"], words);
        assert_eq!(value.to_string(), text);
        assert_eq!(
            serde_json::to_string_pretty(&value).unwrap(),
            indented(&text)
        );
    }
}
