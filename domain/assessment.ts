/** Channel of what the centre makes of the cases of a period itself (考核通报): it is nobody's report and counted in none. */
export const ASSESSMENT_CHANNEL = 'assessment';
