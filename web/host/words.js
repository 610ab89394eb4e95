// Numbers, days, lists and plural forms as the user's language has them. Kinds in the order of Wording (platform.hpp).

const day = {timeZone: 'UTC'};
const makers = [
    (language) => { const format = new Intl.NumberFormat(language, {maximumFractionDigits: 1}); return (number) => format.format(number); },
    (language) => dayWords(language, {...day, day: 'numeric', month: 'short', year: 'numeric'}),
    (language) => dayWords(language, {...day, day: 'numeric', month: 'short'}),
    (language) => dayWords(language, {...day, weekday: 'short', day: 'numeric', month: 'short'}),
    (language) => { const format = new Intl.ListFormat(language, {type: 'conjunction'}); return (_, parts) => format.format(parts); },
    (language) => { const rules = new Intl.PluralRules(language); return (number) => rules.select(number); },
];

function dayWords(language, options) {
    const format = new Intl.DateTimeFormat(language, options);
    return (days) => format.format(new Date(days * 86400000));
}

// Making a formatter is slow, using one is not: each is made once.
const made = new Map();

function maker(kind, language) {
    const key = `${kind} ${language}`;
    let words = made.get(key);
    if (!words) made.set(key, words = makers[kind](language));
    return words;
}

export function worded(kind, language, number, parts) { return maker(kind, language)(number, parts); }

// While the program is still on its way: the formatters that its first picture will ask for.
export function prepareWords(language) {
    const region = navigator.language.startsWith(language) ? navigator.language : language;
    for (const kind of makers.keys()) maker(kind, region);
}
