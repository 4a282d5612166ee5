import comments from '../messages/sl/comments.json';
import councils from '../messages/sl/councils.json';
import ideas from '../messages/sl/ideas.json';
import municipalities from '../messages/sl/municipalities.json';
import problems from '../messages/sl/problems.json';
import shell from '../messages/sl/shell.json';

export default {
  comments,
  councils,
  ideas,
  municipalities,
  problems,
  shell,
};
