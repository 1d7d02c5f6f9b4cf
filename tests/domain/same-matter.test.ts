import { expect } from 'chai';
import { LOWEST_SCORE, resemblance, type Matter } from '../../domain/same-matter.js';

describe('Whether two reports are about the same matter', () => {
  const now = new Date('2020-01-06T02:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const within = new Set(['41号楼<幸福南社区']);
  const samePlace = (one: string, other: string) => within.has(`${one}<${other}`) || within.has(`${other}<${one}`);
  const like = (told: Matter, found: Matter & { at?: Date }) =>
    resemblance(told, { at: daysAgo(0), ...found }, { now, samePlace });
  const burst: Matter = {
    title: '供热管道爆裂',
    text: '幸福南大街41号楼供热管道爆裂，楼道里全是热水',
    category: 'heating',
    placeUnitId: '幸福南社区',
  };
  const neighbour: Matter = {
    title: '41号楼漏水',
    text: '我们41号楼的供热管道爆了，热水流得到处都是，已经停热了',
    category: 'heating',
    placeUnitId: '幸福南社区',
  };

  it('finds a neighbour who tells the same in other words, and says why', () => {
    const { score, because } = like(neighbour, burst);

    expect(score).to.be.greaterThan(LOWEST_SCORE);
    expect(because).to.have.members(['words', 'place', 'category']);
  });

  it('takes another matter of the same category at the same place for another', () => {
    const cold = { ...burst, title: '暖气不热', text: '屋里只有十五度，老人受不了' };

    expect(like(cold, burst).score).to.be.lessThan(LOWEST_SCORE);
  });

  it('takes the same words in another place and category for less than all three', () => {
    const elsewhere = { ...burst, category: 'water', placeUnitId: '站前西社区' };

    expect(like(elsewhere, burst).score).to.be.lessThan(like(burst, burst).score);
    expect(like(elsewhere, burst).because).to.deep.equal(['words']);
  });

  it('counts a place within the other one', () => {
    expect(like({ ...neighbour, placeUnitId: '41号楼' }, burst).because).to.include('place');
    expect(like({ ...neighbour, placeUnitId: '站前西社区' }, burst).because).not.to.include('place');
  });

  it('counts what was told longer ago for less', () => {
    const [today, lastMonth] = [like(neighbour, burst), like(neighbour, { ...burst, at: daysAgo(30) })];

    expect(lastMonth.score).to.be.lessThan(today.score / 2);
  });

  it('stays between 0 and 1, whatever was typed', () => {
    for (const text of ['', '热', '。，！', '🚰🚰', burst.text.repeat(50)]) {
      const { score } = like({ title: '', text }, burst);
      expect(score).to.be.within(0, 1);
    }
    expect(like(burst, burst).score).to.be.closeTo(1, 0.001);
    expect(like({ title: '', text: '' }, { title: '', text: '' }).score).to.equal(0);
  });
});
