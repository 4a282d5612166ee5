/** What the ideas and comments of the bench are put together from, by language. */
export interface Phrases {
  titles: string[];
  sentences: string[];
}

export const phrases: Record<string, Phrases> = {
  en: {
    titles: [
      'A bench by the river',
      'Evening language courses with childcare',
      'A shared garden behind the library',
      'Safer crossing at the primary school',
    ],
    sentences: [
      'Many of us work shifts and cannot come in the morning.',
      'The place is there already, it only needs light and somebody who holds the key.',
      'We asked our neighbours, and eleven families would join.',
      'It would cost little, and one could begin with two afternoons a week.',
      'My son goes there every day and has to wait in the rain.',
      'Could the city say who is responsible for this?',
    ],
  },
  sl: {
    titles: [
      'Klop ob reki',
      'Tečaj slovenščine zvečer',
      'Skupni vrt za knjižnico',
      'Varnejši prehod pri šoli',
    ],
    sentences: [
      'Veliko nas dela v izmenah in dopoldne ne moremo priti.',
      'Prostor že obstaja, potrebuje le luč in nekoga, ki ima ključ.',
      'Vprašali smo sosede in enajst družin bi sodelovalo.',
      'Stalo bi malo, začeli pa bi lahko z dvema popoldnevoma na teden.',
      'Sin hodi tja vsak dan in mora čakati na dežju.',
      'Ali lahko občina pove, kdo je za to odgovoren?',
    ],
  },
  de: {
    titles: [
      'Eine Bank am Fluss',
      'Deutschkurse am Abend mit Kinderbetreuung',
      'Ein Gemeinschaftsgarten hinter der Bibliothek',
      'Sicherer Übergang bei der Volksschule',
    ],
    sentences: [
      'Viele von uns arbeiten im Schichtdienst und können vormittags nicht kommen.',
      'Der Platz ist schon da, es fehlen nur Licht und jemand mit einem Schlüssel.',
      'Wir haben die Nachbarschaft gefragt, elf Familien würden mitmachen.',
      'Es kostet wenig, und man könnte mit zwei Nachmittagen in der Woche beginnen.',
      'Mein Sohn geht jeden Tag dorthin und muss im Regen warten.',
      'Kann die Stadt sagen, wer dafür zuständig ist?',
    ],
  },
  pl: {
    titles: [
      'Ławka nad rzeką',
      'Wieczorny kurs polskiego',
      'Wspólny ogród za biblioteką',
      'Bezpieczne przejście przy szkole',
    ],
    sentences: [
      'Wielu z nas pracuje na zmiany i nie może przyjść rano.',
      'Miejsce już jest, potrzeba tylko światła i kogoś, kto ma klucz.',
      'Zapytaliśmy sąsiadów, chętnych jest jedenaście rodzin.',
      'Kosztowałoby to niewiele, a zacząć można od dwóch popołudni w tygodniu.',
      'Mój syn chodzi tam codziennie i musi czekać na deszczu.',
      'Czy miasto może powiedzieć, kto za to odpowiada?',
    ],
  },
  uk: {
    titles: [
      'Лавка біля річки',
      'Вечірні мовні курси',
      'Спільний сад за бібліотекою',
      'Безпечний перехід біля школи',
    ],
    sentences: [
      'Багато хто з нас працює позмінно і не може прийти вранці.',
      'Місце вже є, потрібні лише світло і людина, яка має ключ.',
      'Ми запитали сусідів, одинадцять родин готові долучитися.',
      'Це коштувало б небагато, а почати можна з двох вечорів на тиждень.',
      'Мій син ходить туди щодня і мусить чекати під дощем.',
      'Чи може місто сказати, хто за це відповідає?',
    ],
  },
  ar: {
    titles: [
      'مقعد على ضفة النهر',
      'دورات لغة مسائية مع رعاية الأطفال',
      'حديقة مشتركة خلف المكتبة',
      'معبر آمن عند المدرسة',
    ],
    sentences: [
      'كثير منا يعمل بنظام الورديات ولا يستطيع الحضور صباحا.',
      'المكان موجود، ولا ينقصه سوى الضوء وشخص يحمل المفتاح.',
      'سألنا الجيران، وهناك إحدى عشرة عائلة تريد المشاركة.',
      'لن يكلف ذلك كثيرا، ويمكن أن نبدأ بيومين في الأسبوع.',
      'ابني يذهب إلى هناك كل يوم ويضطر إلى الانتظار تحت المطر.',
      'هل يمكن للبلدية أن تقول من المسؤول عن هذا؟',
    ],
  },
  fa: {
    titles: ['نیمکتی کنار رودخانه', 'کلاس زبان عصرگاهی', 'باغ مشترک پشت کتابخانه', 'گذرگاه امن جلوی مدرسه'],
    sentences: [
      'بسیاری از ما شیفتی کار می‌کنیم و صبح نمی‌توانیم بیاییم.',
      'جا هست، فقط چراغ لازم دارد و کسی که کلید دستش باشد.',
      'از همسایه‌ها پرسیدیم و یازده خانواده همراه می‌شوند.',
      'هزینه‌اش کم است و می‌شود با دو عصر در هفته شروع کرد.',
      'پسرم هر روز به آنجا می‌رود و باید زیر باران منتظر بماند.',
      'آیا شهرداری می‌تواند بگوید چه کسی مسئول این کار است؟',
    ],
  },
  tr: {
    titles: [
      'Nehir kenarına bir bank',
      'Akşam dil kursları',
      'Kütüphanenin arkasında ortak bahçe',
      'Okulun önünde güvenli geçit',
    ],
    sentences: [
      'Çoğumuz vardiyalı çalışıyor ve sabahları gelemiyor.',
      'Yer zaten var, yalnızca ışık ve anahtarı tutacak biri gerekiyor.',
      'Komşulara sorduk, on bir aile katılmak istiyor.',
      'Az masraflı olur, haftada iki öğleden sonra ile başlanabilir.',
      'Oğlum her gün oraya gidiyor ve yağmurda beklemek zorunda.',
      'Belediye bundan kimin sorumlu olduğunu söyleyebilir mi?',
    ],
  },
  fr: {
    titles: [
      'Un banc au bord de la rivière',
      'Des cours de langue le soir',
      'Un jardin partagé derrière la bibliothèque',
      "Un passage plus sûr devant l'école",
    ],
    sentences: [
      'Beaucoup d’entre nous travaillent en équipes et ne peuvent pas venir le matin.',
      'L’endroit existe déjà, il manque seulement de la lumière et quelqu’un qui garde la clé.',
      'Nous avons demandé aux voisins, onze familles seraient d’accord.',
      'Cela coûterait peu, et on pourrait commencer par deux après-midi par semaine.',
      'Mon fils y va tous les jours et doit attendre sous la pluie.',
      'La ville peut-elle dire qui en est responsable ?',
    ],
  },
};

/** Different texts of each kind; many ideas and comments share one. */
export const ideaTexts = 450;
export const commentTexts = 900;

export interface Sample {
  language: string;
  title: string;
  excerpt: string;
  body: string;
  html: string;
}

/** Texts of believable lengths, the same ones each time, each language in turn; a few are much longer than most. */
export function samples(count: number, shortest: number, longest: number): Sample[] {
  const languages = Object.entries(phrases);
  return Array.from({ length: count }, (_, n) => {
    const [language, { titles, sentences }] = languages[n % languages.length] as [string, Phrases];
    const step = Math.floor(n / languages.length);
    const length = shortest + Math.floor((longest - shortest) * ((step * 0.618) % 1) ** 3);
    const said = Array.from({ length }, (_, at) => sentences[(step * 5 + at * 7) % sentences.length]);
    const paragraphs = [];
    for (let at = 0; at < said.length; at += 3) paragraphs.push(said.slice(at, at + 3).join(' '));
    return {
      language,
      title: titles[step % titles.length] as string,
      excerpt: said.slice(0, 3).join(' ').slice(0, 180),
      body: paragraphs.join('\n\n'),
      html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
    };
  });
}
