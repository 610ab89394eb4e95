// Which language the page speaks: the one chosen in Settings, else the browser's, else English. The words of another
// language than English are a file of their own, fetched while the page loads. Nothing is fetched after that: to speak one
// that was not loaded, the page keeps the wish and loads itself again.

const key = 'discern language';
const others = ['de', 'es'];  // besides English: scripts/embed.py writes a file of words for each

const nearest = (bcp47) => {
    const code = (bcp47 ?? '').split(/[-_]/)[0];
    return others.includes(code) ? code : 'en';
};
const browsers = () => nearest(navigator.language);

export function languageToLoad() {
    let kept = null;
    try { kept = localStorage.getItem(key); } catch { /* a browser that keeps nothing: the address says it */ }
    return nearest(kept ?? new URLSearchParams(location.search).get('language') ?? navigator.language);
}

// Called with the language that the program speaks from now on.
export function remember(code) {
    try {
        if (code === browsers()) localStorage.removeItem(key);
        else localStorage.setItem(key, code);
    } catch { /* as above */ }
}

export function forget() {
    try { localStorage.removeItem(key); } catch { /* as above */ }
}

// What to open in order to speak `code`: this page again, and where nothing can be kept with the wish in the address.
export function addressFor(code) {
    const address = new URL(location.href);
    let kept = browsers();
    try { kept = localStorage.getItem(key) ?? kept; } catch { /* as above */ }
    if (kept === code) address.searchParams.delete('language');
    else address.searchParams.set('language', code);
    return address.href;
}
