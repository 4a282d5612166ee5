/** The figures of ASCII as an Arabic keyboard has them. */
export const inArabic = (code: string): string =>
  code.replace(/\d/g, (figure) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(figure)));
