import type { DataSource } from 'typeorm';
export async function seedDemo(_s: DataSource, _say: (line: string) => void): Promise<string[] | null> {
  return null;
}
