#!/usr/bin/env node
// Makes an invented LinkedIn archive of any size, with what is true about it, for tests of the page and the command
// line. Everybody in it is made of the syllables below; the same options always give the same bytes.
//
//   node tests/support/make_archive.mjs OUT.zip [--connections N] [--invitations N] [--messages N] [--seed N] [--newest]
//
// Writes OUT.zip and OUT.truth.json. As a module: makeArchive(options) returns { zip: Buffer, truth, bytes unpacked }. `newest` writes
// messages as since 2026: eleven columns, every field quoted, line breaks inside.
import { deflateRawSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FIRST = 'Adalind Bero Cathal Dunya Eskil Fiora Gwilym Hesper Ivo Juniper Kasimir Liv Maelle Nuri Orla Pavo Quilla Rasmus Sanna Tavish Ulla Vesper Wilmar Xandra Yorick Zelie Zoé Søren Łucja Ñusta'.split(' ');
const LAST_A = 'Ald Bren Corv Dal El Fen Gar Hol Ister Jor Kel Lund Mar Nor Os Pell Quar Rost Sel Thorn Ull Var West Yar Zim'.split(' ');
const LAST_B = 'ackre ber combe dahl emir ford gate holm iva keld low mere nes quist rup sted thal und vik wick'.split(' ');
const COMPANY = 'Tidemill Brackwater Lanternworks Copperfield Greyharbour Saltmarsh Windlass Foxglove Kilnhouse Plumbline'.split(' ');
const POSITION = ['Pilot', 'Harbour master', 'Buyer', 'Nurse', 'Carpenter', 'Head of locks, north', 'Recruiter', 'Teacher', 'Founder', 'Archivist'];
const WORDS = 'boat tide quay rope letter lamp bridge winter meeting plan thanks question answer visit map wood stone water idea team'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

// mulberry32, by Tommy Ettinger (public domain).
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const quoted = cell => `"${cell.replaceAll('"', '""')}"`;
const row = cells => cells.map(cell => (/[",\n\r]/.test(cell) ? quoted(cell) : cell)).join(',') + '\n';
const rowOfQuoted = cells => cells.map(quoted).join(',') + '\n';
const two = number => String(number).padStart(2, '0');
const connectedOn = date => `${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
const messageDate = date => date.toISOString().replace('T', ' ').replace(/\.\d+Z/, ' UTC');
const pacific = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', year: '2-digit', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' });
const sentAt = date => pacific.format(date).replaceAll('\u202f', ' ');

// Node 18 has no zlib.crc32 yet.
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
const crc32 = bytes => ~bytes.reduce((crc, byte) => crcTable[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) >>> 0;

// ZIP as LinkedIn packs it: deflate, UTF-8 names, sizes behind the data.
function zipOf(files) {
  const parts = [], directory = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const nameBytes = Buffer.from(name), packed = deflateRawSync(bytes), checksum = crc32(bytes);
    const local = Buffer.alloc(30), descriptor = Buffer.alloc(16), entry = Buffer.alloc(46);
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(20, 4); local.writeUInt16LE(0x0808, 6); local.writeUInt16LE(8, 8);
    local.writeUInt16LE(nameBytes.length, 26);
    descriptor.writeUInt32LE(0x08074b50, 0); descriptor.writeUInt32LE(checksum, 4);
    descriptor.writeUInt32LE(packed.length, 8); descriptor.writeUInt32LE(bytes.length, 12);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(20, 4); entry.writeUInt16LE(20, 6); entry.writeUInt16LE(0x0808, 8);
    entry.writeUInt16LE(8, 10); entry.writeUInt32LE(checksum, 16); entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24); entry.writeUInt16LE(nameBytes.length, 28); entry.writeUInt32LE(offset, 42);
    parts.push(local, nameBytes, packed, descriptor);
    directory.push(entry, nameBytes);
    offset += 30 + nameBytes.length + packed.length + 16;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(files.length, 8); end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12); end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

export function makeArchive({ connections = 200, invitations = 40, messages = 500, seed = 1, newest = false } = {}) {
  const random = randomFrom(seed);
  const below = n => Math.floor(random() * n);
  const pick = list => list[below(list.length)];
  const exported = Date.UTC(2026, 1, 20, 12), day = 86_400_000;
  let made = 0;
  const person = () => {
    const first = pick(FIRST), last = pick(LAST_A) + pick(LAST_B) + (random() < 0.05 ? ', PhD' : '');
    const slug = encodeURIComponent(`${first}-${last.replace(/,.*/, '')}-${(++made * 7919).toString(36)}`.toLowerCase());
    return { first, last, name: `${first} ${last}`, url: `https://www.linkedin.com/in/${slug}`, company: pick(COMPANY), position: pick(POSITION) };
  };
  const sentence = count => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const me = { name: 'Mirela Oduya', url: 'https://www.linkedin.com/in/mirela-oduya' };

  const connected = Array.from({ length: connections }, (_, i) => ({ ...person(), on: new Date(exported - below(i < invitations ? 170 : 2500) * day) }));
  connected.sort((a, b) => b.on - a.on);
  const hidden = new Set(connected.flatMap((_, i) => (i % 97 === 96 ? [i] : [])));
  const connectionRows = connected.map((p, i) => row(hidden.has(i) ? ['', '', '', '', '', '', connectedOn(p.on)]
    : [p.first, p.last, p.url, random() < 0.04 ? `${p.first.toLowerCase()}@example.com` : '', p.company, p.position, connectedOn(p.on)]));

  const truth = { owner: me.name, connections, hidden: hidden.size, incoming: 0, outgoing: 0, incomingAccepted: 0, outgoingAccepted: 0, messages, matches: [] };
  const invitationRows = Array.from({ length: invitations }, (_, i) => {
    const index = i % 3 === 2 && i < connected.length && !hidden.has(i) ? i : -1, other = index >= 0 ? connected[index] : person();
    const incoming = random() < 0.7, sent = new Date((index >= 0 ? other.on.getTime() : exported) - (1 + below(5 * 24)) * 3_600_000);
    const note = random() < 0.3 ? `Dear Mirela, ${sentence(8)}` : '';
    truth[incoming ? 'incoming' : 'outgoing']++;
    if (index >= 0) truth[incoming ? 'incomingAccepted' : 'outgoingAccepted']++;
    truth.matches.push(index);
    return row(incoming ? [other.name, me.name, sentAt(sent), note, 'INCOMING', other.url, me.url]
      : [me.name, other.name, sentAt(sent), note, 'OUTGOING', me.url, other.url]);
  });

  const columns = ['CONVERSATION ID', 'CONVERSATION TITLE', 'FROM', 'SENDER PROFILE URL', 'TO', 'RECIPIENT PROFILE URLS', 'DATE', 'SUBJECT', 'CONTENT', 'FOLDER'];
  const messageRow = newest ? cells => rowOfQuoted([...cells, '']) : row;
  const partners = connected.filter((_, i) => !hidden.has(i));
  const messageRows = Array.from({ length: messages }, (_, i) => {
    const other = partners[below(partners.length)], mine = random() < 0.5, [from, to] = mine ? [me, other] : [other, me];
    const text = newest && random() < 0.3 ? `${sentence(6)},\n\n"${sentence(4)}"` : sentence(3 + below(40));
    return messageRow([`2-${Buffer.from(`c${i}`).toString('base64')}`, '', from.name, from.url, to.name, to.url, messageDate(new Date(exported - below(900) * day)), '', text, 'INBOX']);
  });

  const files = [
    ['Connections.csv', 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
      + 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' + connectionRows.join('')],
    ['Invitations.csv', 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n' + invitationRows.join('')],
    ['messages.csv', (newest ? rowOfQuoted([...columns, 'ATTACHMENTS']) : row(columns)) + messageRows.join('')],
    ['Profile.csv', 'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n'
      + row(['Mirela', 'Oduya', '', '', 'May 15', 'Harbour engineer', 'Builds quays and likes tides.', 'Civil Engineering', '', 'Bremen, Germany', '', '', ''])],
    ['Positions.csv', 'Company Name,Title,Description,Location,Started On,Finished On\n' + row(['Tidemill', 'Engineer', 'Locks and quays', 'Bremen', 'Jan 2021', ''])],
    ['Skills.csv', 'Name\nHydraulics\n'],
  ];
  const whole = files.map(([name, text]) => [name, Buffer.from(text)]);
  return { zip: zipOf(whole), truth, bytes: whole.reduce((sum, [, bytes]) => sum + bytes.length, 0) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, ...rest] = process.argv.slice(2), options = {};
  if (!out) { console.error('usage: make_archive.mjs OUT.zip [--connections N] [--invitations N] [--messages N] [--seed N] [--newest]'); process.exit(2); }
  for (let i = 0; i < rest.length; i++) {
    const name = rest[i].replace(/^--/, '');
    options[name] = name === 'newest' ? true : Number(rest[++i]);
  }
  const { zip, truth } = makeArchive(options);
  writeFileSync(out, zip);
  writeFileSync(out.replace(/\.zip$/, '') + '.truth.json', JSON.stringify(truth));
  console.log(`${out}: ${zip.length} bytes, ${truth.connections} connections, ${truth.incoming} + ${truth.outgoing} invitations, ${truth.messages} messages`);
}
