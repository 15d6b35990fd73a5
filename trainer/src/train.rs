//! The whole training, from corpora to the bytes of a model.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use mitjul::tagger::{COUNT, Gazetteer, Kind, Model};

use crate::corpus::{self, Article, Example};
use crate::crf::{Crf, Rates, Sequence};
use crate::dictionary::{Dictionary, Reading, UNKNOWN};
use crate::distant::{self, Forms};
use crate::evaluate;
use crate::pack::Cells;
use crate::random::Random;
use crate::swap::{self, Pool};

/// How much of everything.
#[derive(Clone, Copy)]
pub struct Settings {
    pub epochs: usize,
    /// How often each article comes again with other names.
    pub swaps: usize,
    /// What a sentence with distant labels counts beside one labelled by hand.
    pub distant: f32,
    /// Facts seen less often are left out.
    pub rare: u32,
    /// The L1 term of the large model, which decides what is kept.
    pub select: f32,
    /// Buckets of the small model, as a power of two, and how many cells may be used.
    pub bits: u32,
    pub cells: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 6,
            swaps: 4,
            distant: 0.6,
            rare: 2,
            select: 1.0,
            bits: 14,
            cells: 62_000,
        }
    }
}

/// What is learned from.
pub struct Data {
    pub articles: Vec<Article>,
    pub pool: Pool,
    /// Sentences labelled by others, and the unlabelled ones with the counts of their forms.
    pub sentences: Vec<Example>,
    pub raw: Vec<String>,
    pub forms: Option<Forms>,
    /// Lines to calibrate on.
    pub held_out: Vec<Example>,
}

impl Data {
    /// The articles of `root`, and the corpora of `outside` if a folder is given.
    pub fn read(root: &Path, outside: Option<&Path>) -> Result<Self> {
        let mut data = Self {
            articles: corpus::articles(&root.join("tests/gold/train"))?,
            pool: Pool::read(&root.join("lexicon"))?,
            sentences: Vec::new(),
            raw: Vec::new(),
            forms: None,
            held_out: lines(&corpus::articles(&root.join("tests/gold/dev"))?),
        };
        if let Some(outside) = outside {
            let klue = outside.join("klue-ner/train.tsv");
            let konec = outside.join("konec");
            data.sentences = corpus::klue(&klue, &konec.join("train.tsv"))?
                .into_iter()
                .map(|s| s.example)
                .collect();
            data.raw = corpus::raw(&konec.join("train_raw_sentences.tsv"))?;
            data.forms = Some(Forms::read(&konec.join("train_form_label_freq.tsv"))?);
        }
        Ok(data)
    }
}

/// All lines of `articles`.
pub fn lines(articles: &[Article]) -> Vec<Example> {
    articles.iter().flat_map(Article::examples).collect()
}

/// Trains; gives the bytes of the model. `say` hears what is being done.
pub fn train(mut data: Data, settings: Settings, mut say: impl FnMut(&str)) -> Result<Vec<u8>> {
    let start = Instant::now();
    let mut say = |what: String| say(&format!("{:5.0} s  {what}", start.elapsed().as_secs_f32()));
    let mut random = Random(7);
    let mut dictionary = Dictionary::default();
    let mut readings: Vec<Reading> = Vec::new();
    for example in &data.sentences {
        readings.push(dictionary.learn(example, false));
    }
    let mut ours = lines(&data.articles);
    for _ in 0..settings.swaps {
        for article in &data.articles {
            ours.extend(swap::swapped(article, &data.pool, &mut random));
        }
    }
    for example in &ours {
        readings.push(dictionary.learn(example, true));
    }
    let labelled = readings.len();
    for text in &data.raw {
        readings.push(dictionary.learn(&Example::new(text.clone(), &[], 1.0).hinted(), false));
    }
    say(format!(
        "read {} sentences, {} lines of our own, {} without labels: {} facts",
        data.sentences.len(),
        ours.len(),
        data.raw.len(),
        dictionary.hashes.len()
    ));
    for reading in &mut readings {
        reading.renumber(|id| {
            let often = dictionary.counts[id as usize] >= settings.rare;
            if often { id } else { UNKNOWN }
        });
    }
    let rows = dictionary.hashes.len();
    let rates = |l1: f32| Rates {
        alpha: 0.1,
        beta: 1.0,
        l1,
        l2: 0.5,
    };
    if let Some(forms) = &mut data.forms {
        let crf = learn(
            &mut readings[..labelled],
            rows,
            rates(0.5),
            settings.epochs,
            &mut random,
        );
        say("learned from the labelled lines; labelling the others".to_owned());
        let sequences: Vec<&Sequence> = readings[labelled..].iter().map(|r| &r.sequence).collect();
        let found = distant::label(&data.raw, &sequences, &crf, forms, 6);
        for (reading, example) in readings[labelled..].iter_mut().zip(found) {
            reading.sequence.labels = example.labels;
            reading.sequence.weight = settings.distant;
        }
    }
    let crf = learn(
        &mut readings,
        rows,
        rates(settings.select),
        settings.epochs,
        &mut random,
    );
    let cells = Cells::choose(&crf, &dictionary, settings.bits, settings.cells);
    drop(crf);
    say(format!(
        "learned from all lines; {} facts kept",
        cells.used()
    ));
    // What is left learns once more, looking up facts as the engine will.
    let find: Vec<u32> = dictionary.hashes.iter().map(|&h| cells.find(h)).collect();
    for reading in &mut readings {
        reading.renumber(|id| find[id as usize]);
    }
    let crf = learn(
        &mut readings,
        cells.len(),
        rates(0.1),
        settings.epochs,
        &mut random,
    );
    let temperature = calibrate(&cells, &crf, &data.held_out)?;
    say(format!("done; temperature {temperature:.2}"));
    Ok(cells.parts(&crf, temperature).write())
}

/// Learns from `readings` in a new order every time; two in five are read without the lists, so
/// that the model does not lean on them.
fn learn(
    readings: &mut [Reading],
    rows: usize,
    rates: Rates,
    epochs: usize,
    random: &mut Random,
) -> Crf {
    let mut crf = Crf::new(rows, rates);
    let mut order: Vec<usize> = (0..readings.len()).collect();
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for &i in &order {
            let reading = &mut readings[i];
            let unlisted = random.chance(0.4);
            if unlisted {
                reading.turn();
            }
            crf.learn(&reading.sequence, COUNT);
            if unlisted {
                reading.turn();
            }
        }
    }
    crf
}

/// The temperature at which probabilities come closest to frequencies on lines held out.
fn calibrate(cells: &Cells, crf: &Crf, held_out: &[Example]) -> Result<f32> {
    let mut best = (f64::MAX, 1.0);
    for step in 0..12 {
        let temperature = 0.8 + 0.15 * step as f32;
        let model = Model::read(&cells.parts(crf, temperature).write())?;
        let lists = Gazetteer { names: true };
        let mut guesses = evaluate::run(&model, held_out, lists, Kind::Person).1;
        guesses.extend(evaluate::run(&model, held_out, lists, Kind::Company).1);
        let loss = evaluate::loss(&guesses);
        if loss < best.0 {
            best = (loss, temperature);
        }
    }
    Ok(best.1)
}
