// What stands over the page while it loads, or when it cannot: in the user's language, before the program with its own
// words is there. index.html holds the English; each place is named by data-words.

const words = {
    es: {
        window: 'La ventana de Discern; su contenido sigue como texto',
        about: 'Qué invitaciones de LinkedIn aceptar, cuáles enviar y qué escribir: según tus objetivos, con sus razones, todo en este navegador. Nada de lo que abras aquí sale de tu equipo.',
        loading: 'Cargando',
        unable: 'Este navegador no puede dibujar Discern',
        unable_more: 'Discern necesita WebGL 2 y WebAssembly. Los dos están en cualquier navegador actual; en algunos equipos WebGL está desactivado. Busca «aceleración por hardware» en la configuración del navegador, o abre esta página en otro.',
        unloaded: 'No se pudo cargar Discern',
        unloaded_more: 'Se cortó la conexión, o falta un archivo en el servidor.',
        retry: 'Intentarlo de nuevo',
        crashed: 'Discern se detuvo',
        crashed_more: 'Algo falló dentro del programa. Lo último que guardó sigue en este navegador.',
        again: 'Cargarlo otra vez',
        rescue: 'Guardar una copia de lo que había',
        nothing_stored: 'Todavía no se había guardado nada.',
        rescued: 'Guardado. Ábrelo después de cargar la página de nuevo.',
        rescued_part: 'Solo se pudieron guardar tus objetivos y decisiones.',
    },
    de: {
        window: 'Das Fenster von Discern; sein Inhalt folgt als Text',
        about: 'Welche LinkedIn-Einladungen Sie annehmen, welche Sie senden und was Sie schreiben: beurteilt nach Ihren Zielen, mit Gründen, ganz in diesem Browser. Nichts, was Sie hier öffnen, verlässt Ihren Rechner.',
        loading: 'Wird geladen',
        unable: 'Dieser Browser kann Discern nicht zeichnen',
        unable_more: 'Discern braucht WebGL 2 und WebAssembly. Beides hat jeder heutige Browser; auf manchen Rechnern ist WebGL abgeschaltet. Suchen Sie in den Einstellungen des Browsers nach „Hardwarebeschleunigung“, oder öffnen Sie diese Seite in einem anderen.',
        unloaded: 'Discern konnte nicht geladen werden',
        unloaded_more: 'Die Verbindung brach ab, oder auf dem Server fehlt eine Datei.',
        retry: 'Noch einmal versuchen',
        crashed: 'Discern ist stehen geblieben',
        crashed_more: 'Im Programm ging etwas schief. Was es zuletzt gespeichert hat, ist noch in diesem Browser.',
        again: 'Neu laden',
        rescue: 'Eine Kopie des Gespeicherten sichern',
        nothing_stored: 'Es war noch nichts gespeichert.',
        rescued: 'Gesichert. Öffnen Sie die Datei, nachdem Sie die Seite neu geladen haben.',
        rescued_part: 'Nur Ihre Ziele und Entscheidungen ließen sich sichern.',
    },
};

const english = {
    nothing_stored: 'Nothing had been stored yet.',
    rescued: 'Saved. Open it after loading the page again.',
    rescued_part: 'Only your goals and decisions could be saved.',
};
const places = [...document.querySelectorAll('[data-words]')];
for (const place of places) english[place.dataset.words] = place.ariaLabel ?? place.textContent;

const current = () => words[document.documentElement.lang.slice(0, 2)] ?? english;

export const coverWords = (key) => current()[key];

// `language` is a BCP 47 tag; of those that nobody translated the page stays English.
export function speak(language) {
    document.documentElement.lang = language.slice(0, 2) in words ? language : 'en';
    for (const place of places) {
        const text = current()[place.dataset.words];
        if (place.ariaLabel !== null) place.ariaLabel = text;
        else place.textContent = text;
    }
}
